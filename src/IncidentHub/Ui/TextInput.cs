using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IncidentHub.Ui;

/// <summary>What a line and an area of text share: label, errors of the surrounding form, and ids that tie them together.</summary>
public abstract class TextInput : InputBase<string?>
{
    readonly string fallbackId = "f" + Guid.NewGuid().ToString("N")[..8];

    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Hint { get; set; }
    [Parameter] public string? Id { get; set; }
    /// <summary>The limit that the rules set, in UTF-16 code units; 0 for none.</summary>
    [Parameter] public int Maximum { get; set; }
    [Parameter] public bool Required { get; set; }

    protected string FieldId => Id ?? fallbackId;
    protected IReadOnlyList<string> Errors => EditContext is null ? [] : [.. EditContext.GetValidationMessages(FieldIdentifier).Distinct()];
    protected string? DescribedBy => FieldFrame.DescribedBy(FieldId, Hint, Errors);
    protected string? Invalid => Errors.Count > 0 ? "true" : null;

    protected override bool TryParseValueFromString(string? value, out string? result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        (result, validationErrorMessage) = (value, null);
        return true;
    }
}
