using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Subjects;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Subjects;

public sealed class SendingTests() : DatabaseTests(Database.OnSqlite)
{
    static readonly PersonId kpu = Support.People.LiaisonOf("KPU").Person;
    readonly IncidentId incident = new(Guid.NewGuid());

    public sealed class Form : IUnsent
    {
        public Guid CommandId { get; set; } = Guid.NewGuid();
        public string Text { get; set; } = "";
    }

    [Fact]
    public async Task What_was_done_leaves_no_draft()
    {
        var (draft, form) = await Written();
        await draft.Send(form, () => Task.FromResult<Outcome>(new Outcome.Done(new Reference("E-1"), new Reference("INS-1"))));
        (await draft.Load()).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_refused_is_kept_and_is_another_command_next_time()
    {
        var (draft, form) = await Written();
        var id = form.CommandId;
        form.Text = "Yang terakhir ditulis.";
        draft.Changed(form);
        await draft.Send(form, () => Task.FromResult<Outcome>(new Outcome.Rejected(new Rejection(RejectionCode.RoleMayNot))));
        var kept = (await draft.Load())!;
        (kept.Text, kept.CommandId).ShouldBe(("Yang terakhir ditulis.", form.CommandId));
        form.CommandId.ShouldNotBe(id);
    }

    [Fact]
    public async Task Of_what_nobody_knows_the_outcome_everything_is_kept_and_the_id_too()
    {
        var (draft, form) = await Written();
        var id = form.CommandId;
        form.Text = "Yang terakhir ditulis.";
        draft.Changed(form);
        await draft.Send(form, () => Task.FromResult<Outcome>(new Outcome.Unavailable(StorageFault.Locked)));
        var kept = (await draft.Load())!;
        (kept.Text, kept.CommandId).ShouldBe(("Yang terakhir ditulis.", id));
    }

    async Task<(KeptDraft<Form>, Form)> Written()
    {
        var draft = new KeptDraft<Form>(Node.Get<Drafts>(), kpu, incident, "uji");
        var form = new Form { Text = "Mulai." };
        await draft.Keep(form);
        return (draft, form);
    }
}
