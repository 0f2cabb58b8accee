using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Clarifications;

/// <summary>What is done to a request with a form in the drawer's foot.</summary>
public enum RequestStep { Deliver, JudgeInsufficient, Withdraw, LinkContact }

public sealed partial class RequestMoveForm
{
    const int Offered = 50;

    [Parameter, EditorRequired] public RequestStep Step { get; set; }
    [Parameter, EditorRequired] public ClarificationRequest Request { get; set; } = default!;
    [Parameter, EditorRequired] public RoomView View { get; set; } = default!;
    [Parameter, EditorRequired] public Actor Viewer { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter, EditorRequired] public Func<Command, Task<Outcome>> Send { get; set; } = default!;
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }
    [Inject] TimelineReader Reader { get; set; } = default!;

    DateTimeOffset? at;
    readonly ProofModel proof = new();
    readonly HashSet<int> reopened = [];
    Dictionary<Reference, string> contacts = [];
    bool isRead;

    string Name => $"{Step} {Request.Reference}";

    protected override async Task OnInitializedAsync()
    {
        at = Request.DeliveredAt;
        reopened.UnionWith(Request.Questions.Where(q => q.State is not QuestionState.Answered).Select(q => q.Number));
        if (Step is RequestStep.LinkContact)
            await ReadContacts();
    }

    async Task ReadContacts()
    {
        var page = await Reader.Before(View.Incident.Reference, Viewer, EntryFilter.All with { Kinds = LinkContact.Kinds }, null, Offered);
        contacts = (page?.Entries.Reverse() ?? []).Where(e => Request.Contacts.All(c => c.Entry != e.Reference)).ToDictionary(e => e.Reference, Heading);
        isRead = true;
    }

    string Heading(EntryView entry) => $"{Zone.Compact(entry.OccurredAt)} {entry.Author.AgencyName}, {Words.Of(entry.Kind)}: {Shortened(entry.Text ?? "")}";

    static string Shortened(string text) => text.Length <= 60 ? text : text[..60].TrimEnd() + "…";

    void Choose(int question, bool isOpen) => _ = isOpen ? reopened.Add(question) : reopened.Remove(question);
}
