using System.Text.Json.Serialization;
using IncidentHub.Domain;
using IncidentHub.Subjects;

namespace IncidentHub.Obligations;

/// <summary>What stands in the form of a notice; a draft from the first field on.</summary>
public sealed class NoticeModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    /// <summary>The version that the writer read; 0 for the first.</summary>
    public int BasedOn { get; set; }
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedSet<DataCategory> Categories { get; } = [];
    public string? Disclosure { get; set; }
    public string? Handling { get; set; }
    public string? Contact { get; set; }

    public static NoticeModel Of(Obligation obligation)
    {
        var model = new NoticeModel { BasedOn = obligation.Notices.Length };
        if (obligation.Notice is { Text: var text })
        {
            model.Categories.UnionWith(text.Categories);
            (model.Disclosure, model.Handling, model.Contact) = (text.Disclosure, text.Handling, text.Contact);
        }
        return model;
    }

    /// <summary>Puts what is suggested below what is written; nothing that was typed goes away.</summary>
    public void Add(NoticeSuggestion suggestion)
    {
        Categories.UnionWith(suggestion.Categories);
        Disclosure = Below(Disclosure, suggestion.Disclosure);
        Handling = Below(Handling, suggestion.Handling);
    }

    public WriteNotice ToCommand(Reference obligation) => new()
    {
        CommandId = CommandId,
        Obligation = obligation,
        BasedOn = BasedOn,
        Text = new NoticeText([.. Categories], Disclosure ?? "", Handling ?? "", Contact ?? ""),
    };

    static string Below(string? written, string suggested) => string.IsNullOrWhiteSpace(written) ? suggested
        : suggested.Length == 0 || written.Contains(suggested, StringComparison.Ordinal) ? written
        : $"{written.TrimEnd()}\n{suggested}";
}
