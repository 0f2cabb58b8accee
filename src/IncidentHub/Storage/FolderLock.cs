namespace IncidentHub.Storage;

/// <summary>
/// One running product per data folder: a second one would hold rooms of its own and never see what the first writes. The lock goes with
/// the process, however it ends.
/// </summary>
public sealed class FolderLock : IDisposable
{
    readonly FileStream file;

    FolderLock(FileStream file) => this.file = file;

    /// <exception cref="StartupRefusedException">Another process has the folder, or we may not write there.</exception>
    public static FolderLock Take(string folder)
    {
        var path = Path.Combine(folder, "lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error)
        {
            throw new StartupRefusedException($"The data folder {folder} is in use by another IncidentHub, or can't be written: {error.Message}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StartupRefusedException($"The data folder {folder} can't be written: {error.Message}", error);
        }
    }

    public void Dispose() => file.Dispose();
}
