using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace IncidentHub.BrowserTests.Support;

/// <summary>A look into the product's own files, which it doesn't offer on a page.</summary>
static class Sqlite
{
    // The product's module knows where SQLite is.
    [ModuleInitializer]
    internal static void UseTheProducts() => RuntimeHelpers.RunModuleConstructor(typeof(Program).Module.ModuleHandle);

    public static async Task<IReadOnlyList<string>> Column(string file, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
