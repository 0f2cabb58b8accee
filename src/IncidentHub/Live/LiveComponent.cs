using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Live;

/// <summary>
/// A component that is pushed to. Pushes are coalesced: however many arrive while it renders, it renders the newest once; they never
/// render on the thread that pushed, which is a room's writer. Whatever it joined, it leaves when it goes.
/// </summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    readonly List<IDisposable> joined = [];
    readonly CultureInfo culture = CultureInfo.CurrentCulture;
    readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;
    int isScheduled;
    bool isDisposed;

    /// <summary>What joining hands out as its callback: takes note and returns at once.</summary>
    protected void Pushed()
    {
        if (Interlocked.Exchange(ref isScheduled, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.Deliver(), this, preferLocal: false);
    }

    /// <summary>Left when the component goes; at once if it has gone already.</summary>
    protected T Keep<T>(T subscription) where T : IDisposable
    {
        if (isDisposed)
            subscription.Dispose();
        else
            joined.Add(subscription);
        return subscription;
    }

    protected void Leave(IDisposable? subscription)
    {
        if (subscription is null)
            return;
        joined.Remove(subscription);
        subscription.Dispose();
    }

    /// <summary>Takes the newest in; on the component's dispatcher, right before it renders.</summary>
    protected abstract Task TakeIn();

    async Task Deliver()
    {
        try
        {
            await InvokeAsync(async () =>
            {
                // Reset before reading, so that a push from now on schedules again.
                Interlocked.Exchange(ref isScheduled, 0);
                if (isDisposed)
                    return;
                // A push comes from a thread of the pool, whose culture is nobody's.
                CultureInfo.CurrentCulture = culture;
                CultureInfo.CurrentUICulture = uiCulture;
                await TakeIn();
                StateHasChanged();
            });
        }
        catch (ObjectDisposedException)
        {
            // The circuit ended meanwhile.
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }

    protected virtual void Dispose(bool disposing)
    {
        isDisposed = true;
        foreach (var subscription in joined)
            subscription.Dispose();
        joined.Clear();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }
}
