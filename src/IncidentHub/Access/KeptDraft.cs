using IncidentHub.Domain;
using IncidentHub.Storage;

namespace IncidentHub.Access;

/// <summary>The draft of one open form: saved a moment after each change, and at the latest when the form goes.</summary>
/// <param name="form">What the form is, and about what.</param>
public sealed class KeptDraft<T>(Drafts drafts, PersonId person, IncidentId incident, string form) : IDisposable where T : class
{
    static readonly TimeSpan SaveAfter = TimeSpan.FromMilliseconds(400);
    CancellationTokenSource? waiting;
    T? unsaved;
    Task saved = Task.CompletedTask;

    /// <summary>Null when there is none.</summary>
    public Task<T?> Load() => drafts.Load<T>(person, incident, form);

    public void Changed(T draft)
    {
        Stop();
        (unsaved, waiting) = (draft, new CancellationTokenSource());
        _ = SaveLater(draft, waiting.Token);
    }

    public Task Keep(T draft)
    {
        Stop();
        return saved = Save(() => drafts.Save(person, incident, form, draft));
    }

    public async Task Discard()
    {
        Stop();
        await saved;
        await Save(() => drafts.Discard(person, incident, form));
    }

    /// <summary>What is about to be sent needn't be saved first.</summary>
    public void Stop()
    {
        unsaved = null;
        waiting?.Cancel();
        waiting?.Dispose();
        waiting = null;
    }

    async Task SaveLater(T draft, CancellationToken cancellation)
    {
        await Task.Delay(SaveAfter, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!cancellation.IsCancellationRequested)
            await Keep(draft);
    }

    // A draft that can't be saved is no reason to disturb whoever writes it: it is still on the page.
    static async Task Save(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (Exception error) when (StorageFaults.Of(error) is not null)
        {
            return;
        }
    }

    public void Dispose()
    {
        if (unsaved is { } last)
            _ = Keep(last);
        Stop();
    }
}
