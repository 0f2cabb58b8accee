using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IncidentHub.Ui;

/// <summary>Inside an <see cref="EditForm"/>: runs a command's own rules on what the form holds, and says the outcome beside the fields.</summary>
public sealed class FluentRules : ComponentBase, IDisposable
{
    ValidationMessageStore messages = default!;

    [CascadingParameter] EditContext Form { get; set; } = default!;
    [Inject] Words Words { get; set; } = default!;

    [Parameter, EditorRequired] public IValidator Validator { get; set; } = default!;
    /// <summary>What is validated, where it isn't the form's model: the command that the model makes. Fields are matched by the last name of the path.</summary>
    [Parameter] public Func<object>? Subject { get; set; }

    /// <summary>Which field of the form a property of the command is, where their names differ.</summary>
    [Parameter] public Func<string, string> FieldOf { get; set; } = path => path[(path.LastIndexOf('.') + 1)..];

    protected override void OnInitialized()
    {
        messages = new ValidationMessageStore(Form);
        Form.OnValidationRequested += ValidateAll;
        Form.OnFieldChanged += ValidateOne;
    }

    public void Dispose()
    {
        Form.OnValidationRequested -= ValidateAll;
        Form.OnFieldChanged -= ValidateOne;
    }

    void ValidateAll(object? sender, ValidationRequestedEventArgs e) => Say(_ => true, messages.Clear);

    // Only the field that was left: the others haven't been filled in yet.
    void ValidateOne(object? sender, FieldChangedEventArgs e) => Say(f => f.Equals(e.FieldIdentifier), () => messages.Clear(e.FieldIdentifier));

    void Say(Func<FieldIdentifier, bool> concerns, Action clear)
    {
        clear();
        foreach (var failure in Validator.Validate(new ValidationContext<object>(Subject?.Invoke() ?? Form.Model)).Errors)
        {
            var field = Form.Field(FieldOf(failure.PropertyName));
            if (concerns(field))
                messages.Add(field, Words.Validation(failure.ErrorCode));
        }
        Form.NotifyValidationStateChanged();
    }
}
