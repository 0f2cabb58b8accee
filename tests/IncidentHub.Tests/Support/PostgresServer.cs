using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IncidentHub.Tests.Support;

/// <summary>
/// One real PostgreSQL for the whole run, started when the first test asks for a database: take it as a constructor argument.
/// Where PostgreSQL isn't installed, the tests that ask fail.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Owns the databases: migrates them.</summary>
    public const string OwnerRole = "incidenthub_owner";
    /// <summary>What the product runs as: may log in, and may do no more than it is granted.</summary>
    public const string AppRole = "incidenthub_app";

    // Its standard input is a pipe that only this process holds: however the test run ends, even killed, the pipe closes,
    // and the shell stops the server that it started and removes the folder. An interrupt from the keyboard is not its business.
    const string Script = """
        bin=$1 folder=$2 port=$3
        trap '' INT
        trap '"$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1; rm -rf "$folder"' EXIT
        printf %s "$POSTGRES_PASSWORD" > "$folder/password"
        "$bin/initdb" -D "$folder/data" -U postgres -E UTF8 --locale=C.UTF-8 --auth=scram-sha-256 --pwfile="$folder/password" --no-sync 2>&1 || exit
        "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 \
            -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c max_connections=300 -c fsync=off" start 2>&1 || { cat "$folder/log"; exit; }
        echo READY
        while read -r order; do
            "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w $order >/dev/null 2>&1 && echo DONE || echo FAILED
        done
        """;

    readonly string password = Guid.NewGuid().ToString("N");
    readonly SemaphoreSlim starting = new(1, 1), preparing = new(1, 1);
    Process? keeper;
    string? administrator, prepared;

    /// <summary>A new database, empty or a copy of another that nobody is connected to. The connection string is its owner's.</summary>
    public async Task<string> CreateDatabase(string? copyOf = null)
    {
        await Start();
        var name = $"test_{Guid.NewGuid():N}";
        var template = copyOf is null ? "" : $" TEMPLATE {new NpgsqlConnectionStringBuilder(copyOf).Database}";
        await Execute($"CREATE DATABASE {name} OWNER {OwnerRole}{template}");
        return new NpgsqlConnectionStringBuilder(administrator) { Database = name, Username = OwnerRole }.ConnectionString;
    }

    /// <summary>A copy of one that is prepared once for all.</summary>
    public async Task<string> CreatePrepared(Func<string, Task> prepare)
    {
        await preparing.WaitAsync();
        try
        {
            if (prepared is null)
            {
                var template = await CreateDatabase();
                await prepare(template);
                NpgsqlConnection.ClearAllPools();
                prepared = template;
            }
        }
        finally
        {
            preparing.Release();
        }
        return await CreateDatabase(copyOf: prepared);
    }

    /// <summary>At once, as a power cut would: who was connected isn't told. For a server of the test's own, not for the one that all share.</summary>
    public Task Cut() => Order("-m immediate stop");

    /// <summary>After <see cref="Cut"/>: where it was (which "start" has forgotten, and "restart" remembers), with what it held.</summary>
    public Task Return() => Order("restart");

    /// <summary>The same database, as <see cref="AppRole"/>.</summary>
    public static string AsApp(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Username = AppRole }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        starting.Dispose();
        preparing.Dispose();
        if (keeper is null)
            return;
        NpgsqlConnection.ClearAllPools();
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    async Task Start()
    {
        await starting.WaitAsync();
        try
        {
            if (administrator is not null)
                return;
            var port = FreePort();
            keeper = await Launch(port);
            administrator = new NpgsqlConnectionStringBuilder
            {
                Host = "127.0.0.1",
                Port = port,
                Username = "postgres",
                Password = password,
                Database = "postgres",
                IncludeErrorDetail = true,
            }.ConnectionString;
            await Execute($"CREATE ROLE {OwnerRole} LOGIN PASSWORD '{password}'; CREATE ROLE {AppRole} LOGIN PASSWORD '{password}'");
        }
        finally
        {
            starting.Release();
        }
    }

    async Task Order(string order)
    {
        await keeper!.StandardInput.WriteLineAsync(order);
        if (await keeper.StandardOutput.ReadLineAsync() is not "DONE")
            throw new InvalidOperationException($"PostgreSQL did not {order}.");
    }

    async Task<Process> Launch(int port)
    {
        var bin = Installed();
        var folder = Directory.CreateTempSubdirectory("incidenthub-postgres-").FullName;
        string[] shell = ["sh", "-c", Script, "postgres-for-tests", bin, folder, port.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            using var chown = Process.Start("chown", ["postgres", folder]);
            await chown.WaitForExitAsync();
            shell = ["runuser", "-u", "postgres", "--", .. shell];
        }
        var process = Process.Start(new ProcessStartInfo(shell[0], shell[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["POSTGRES_PASSWORD"] = password },
        })!;

        var output = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line is "READY")
                return process;
            output.Add(line);
        }
        throw new InvalidOperationException($"PostgreSQL did not start:{Environment.NewLine}{string.Join(Environment.NewLine, output)}");
    }

    /// <summary>The programs of the newest PostgreSQL that Debian's packages installed.</summary>
    static string Installed()
    {
        var root = new DirectoryInfo("/usr/lib/postgresql");
        var newest = root.Exists ? root.EnumerateDirectories().Where(d => File.Exists($"{d}/bin/initdb")).MaxBy(d => Version.TryParse(d.Name + ".0", out var v) ? v : new Version()) : null;
        return newest is not null
            ? $"{newest}/bin"
            : throw new InvalidOperationException("PostgreSQL is not installed, and these tests need a real one: run 'bash tests/run', or 'apt-get install --no-install-recommends postgresql'.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(administrator!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
