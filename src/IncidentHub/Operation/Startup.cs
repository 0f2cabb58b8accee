using IncidentHub.Access;
using IncidentHub.Demo;
using IncidentHub.Storage;

namespace IncidentHub.Operation;

/// <summary>What must be true before the first request: the folder is ours, the schema is the program's, agencies and demo data are there.</summary>
public static class Startup
{
    /// <returns>The lock of the data folder, to be held as long as the product runs.</returns>
    /// <exception cref="StartupRefusedException">It can't start; the message says why.</exception>
    public static async Task<IDisposable?> Prepare(WebApplication app)
    {
        var storage = app.Services.GetRequiredService<StorageOptions>();
        var folder = storage.Provider is DatabaseProvider.Sqlite ? FolderLock.Take(storage.Folder) : null;
        try
        {
            DemoData.DiscardOld(storage, app.Services.GetRequiredService<DemoRequest>());
            await app.Services.GetRequiredService<SchemaMigrator>().Prepare();
            await using (var scope = app.Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<Accounts>().EnsureAgencies();
            if (storage.IsDemo)
                await DemoData.Seed(app.Services);
            return folder;
        }
        catch (Exception error) when (error is not StartupRefusedException && StorageFaults.Of(error) is { } fault)
        {
            folder?.Dispose();
            throw new StartupRefusedException($"The database can't be used ({fault}): {error.GetBaseException().Message}", error);
        }
        catch
        {
            folder?.Dispose();
            throw;
        }
    }
}
