using System.Globalization;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Wall;

namespace IncidentHub.Tests.Access;

/// <summary>The whole product over an incident in which there is one of everything, so that each address leads to something. Each of its texts has <see cref="Word"/> in it.</summary>
public sealed class OneOfEverything : IAsyncLifetime
{
    public const string Word = "Zamrudkhatulistiwa";

    static readonly Marking open = Marking.WholeTeam(Tlp.Clear);

    readonly Dictionary<string, string> values = [];

    public Product Product { get; } = new();
    /// <summary>What the cookie of a wall holds that shows the incident, and of one that shows a code.</summary>
    public string PairedWall { get; private set; } = "";
    public string UnpairedWall { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Product.InitializeAsync();
        // Before the product runs, which from then on is the only one to write.
        await using var node = Product.Database.Start(TimeProvider.System);
        var incident = await node.Open(ACommand.OpenWithTeam() with { Title = $"Dugaan {Word}", Summary = Word, Tlp = Tlp.Clear });
        values["IncidentRef"] = values["incident"] = (await node.StateOf(incident)).Reference.Text;
        values["EntryRef"] = (await node.Accept(incident, ABriefing.Source, ACommand.Write(open) with { Text = Word })).Text;
        await node.Made(incident, ATask.Proposer, ACommand.ProposeTask(marking: open) with { Title = Word });
        await Letter(node, incident);
        await Duty(node, incident);
        await Briefings(node, incident);
        await Reports(node, incident);
        values["token"] = await node.Get<IncidentHub.Access.CalendarLinks>().Make(AClarification.Requester.Person);
        PairedWall = (await (await AWall.At(node)).Paired(People.Coordinator, incident)).Secret;
        UnpairedWall = (await AWall.At(node)).Secret;
    }

    public ValueTask DisposeAsync() => Product.DisposeAsync();

    /// <summary>An address as somebody would ask for it; fails where there is no value for a part of its route.</summary>
    public string Path(string route) => string.Join('/', route.Split('/').Select(part => Filled(part, route)));

    string Filled(string part, string route)
    {
        var (from, to) = (part.IndexOf('{', StringComparison.Ordinal), part.IndexOf('}', StringComparison.Ordinal));
        if (from < 0)
            return part;
        var name = part[(from + 1)..to].Split(':')[0];
        return part[..from] + Value(name, route) + part[(to + 1)..];
    }

    string Value(string name, string route) => name switch
    {
        // Of what there are several kinds, by where they stand.
        "Name" or "edition" => route.Contains("/laporan/", StringComparison.Ordinal) ? "S-01" : "R-01",
        // Whatever looks like a file and is none.
        "**path" => "tidak-ada.txt",
        _ => values.GetValueOrDefault(name) ?? throw new NotSupportedException($"Give the incident something that '{name}' in {route} leads to."),
    };

    async Task Letter(Node node, IncidentId incident)
    {
        var request = await node.Made(incident, AClarification.Requester, ACommand.Ask(open) with { Title = Word, Text = Word });
        await node.Accept(incident, AClarification.Requester, ACommand.Deliver(request) with { At = DateTimeOffset.UtcNow });
        await node.Accept(incident, AClarification.Addressed, ACommand.Answer(request, (1, QuestionState.Answered), (2, QuestionState.PartlyAnswered)) with { Text = Word });
        (values["RequestRef"], values["Version"]) = (request.Text, 1.ToString(CultureInfo.InvariantCulture));
    }

    async Task Duty(Node node, IncidentId incident)
    {
        var obligation = await node.Made(incident, AnObligation.Obliged, ACommand.Record(open) with { Rule = "uu-27-2022-46", Basis = Word });
        await node.Accept(incident, AnObligation.Obliged, ACommand.WriteNotice(obligation) with { Text = ACommand.NoticeText with { Handling = Word } });
        values["ObligationRef"] = obligation.Text;
    }

    async Task Briefings(Node node, IncidentId incident)
    {
        var compose = ACommand.Compose();
        compose = compose with { Draft = compose.Draft with { Summary = Word } };
        await node.Release(incident, Word, marking: open);
        await node.Brief(incident, compose);
        values["EditionRef"] = (await node.Compose(incident, compose with { CommandId = Guid.NewGuid() })).Text;
        await node.Accept(incident, People.Observer, ACommand.AskTeam() with { Question = Word });
    }

    async Task Reports(Node node, IncidentId incident)
    {
        await node.Accept(incident, AReport.Second, ACommand.ApproveReport(await Prepare(node, incident)));
        values["ReportRef"] = (await Prepare(node, incident)).Text;
    }

    static Task<Reference> Prepare(Node node, IncidentId incident) =>
        node.Made(incident, AReport.Preparer, ACommand.Prepare() with { Draft = ACommand.Prepare().Draft with { Label = Tlp.Clear, Summary = Word } });
}
