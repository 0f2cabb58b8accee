using IncidentHub.Access;
using IncidentHub.Rooms;

namespace IncidentHub.Subjects;

/// <summary>What stands in a form, under the id that its command will have.</summary>
public interface IUnsent
{
    Guid CommandId { get; set; }
}

public static class Sending
{
    /// <summary>
    /// Sends what stands in a form. When it is done, its draft goes; else it is kept, under another id unless nobody knows what became of this one.
    /// </summary>
    /// <param name="draft">Null where nobody is known whose draft it could be.</param>
    public static async Task<Outcome> Send<T>(this KeptDraft<T>? draft, T form, Func<Task<Outcome>> send) where T : class, IUnsent
    {
        draft?.Stop();
        var outcome = await send();
        if (outcome is Outcome.Done)
        {
            await (draft?.Discard() ?? Task.CompletedTask);
            return outcome;
        }
        // Nothing was written, or this id was: what is sent next is another command.
        if (outcome is not Outcome.Unavailable)
            form.CommandId = Guid.NewGuid();
        await (draft?.Keep(form) ?? Task.CompletedTask);
        return outcome;
    }
}
