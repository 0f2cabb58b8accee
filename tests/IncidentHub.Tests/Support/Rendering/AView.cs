using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Tests.Support.Rendering;

/// <summary>What a viewer sees, made by hand: a test changes what it is about.</summary>
public static class AView
{
    public static EntryView Entry(long number = 1, string? text = "Pemeriksaan log masih berjalan.", EntryKind kind = EntryKind.StatusUpdate) => new(
        number, Reference(number), kind, Support.People.LiaisonOf("BSSN"), AnIncident.Now, AnIncident.Now, text, Source: null,
        Marking.WholeTeam(Tlp.Amber), Releasable: false, Changes: [], Quotes: [], QuotedBy: []);

    public static EntryView Remark(long number, EntryView about, string text, EntryKind kind = EntryKind.Correction) =>
        Entry(number, text, kind) with { Quotes = [Quote(about)] };

    public static Quote Quote(EntryView entry) =>
        new(entry.Reference, entry.Kind, entry.Author.Agency, entry.Author.AgencyName, entry.OccurredAt, entry.Text ?? "");

    public static Reference Reference(long number) => new($"E-{number:D8}");

    /// <summary>The newest 50 of entries numbered as given, of an incident with <paramref name="count"/> visible ones.</summary>
    public static RoomView Room(IEnumerable<EntryView> entries, int? count = null)
    {
        var all = entries.ToImmutableArray();
        return new RoomView(Head, [.. all.TakeLast(RoomView.Window)], count ?? all.Length, RoomObjects.None);
    }

    public static RoomView Room(params int[] numbers) => Room(numbers.Select(n => Entry(n, $"Entri {n}.")));

    public static readonly IncidentHead Head = IncidentHead.Of(AnIncident.Open().State);
}
