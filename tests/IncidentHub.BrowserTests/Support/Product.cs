using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IncidentHub.BrowserTests.Support;

/// <summary>
/// The product as it was built, as a process of its own on a free port and a throw-away data folder, which outlive being killed and started
/// again. Share one through <c>IClassFixture&lt;Product&gt;</c>, or keep one for a test: <c>await using var product = await Product.Run()</c>.
/// </summary>
public sealed class Product : IAsyncLifetime
{
    const int LinesKept = 400;
    static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    // The pipe to its standard input is held by this process alone: when it closes, however the test run ended, the product is killed.
    // The shell ends when the product does, with its exit code.
    const string Keeper = """
        exec 3<&0
        "$@" 3<&- &
        product=$!
        { cat; kill -KILL $product; } <&3 >/dev/null 2>&1 &
        watch=$!
        wait $product
        code=$?
        kill $watch
        exit $code
        """;

    readonly int port = FreePort();
    readonly string data = Directory.CreateTempSubdirectory("incidenthub-data-").FullName;
    readonly ConcurrentQueue<string> lines = new();
    Process? keeper;

    public string Address => $"http://127.0.0.1:{port}";
    public string DataFolder => data;

    /// <summary>More of its environment, such as <c>Storage__Provider</c>; read at the next <see cref="Start"/>.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>The last lines that it wrote.</summary>
    public string Output => string.Join(Environment.NewLine, lines);

    public static async Task<Product> Run(params (string Name, string Value)[] settings)
    {
        var product = new Product();
        foreach (var (name, value) in settings)
            product.Settings[name] = value;
        await product.InitializeAsync();
        return product;
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            await Start();
        }
        catch
        {
            // "await using" disposes only what began well.
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, on the port and the data that it had before, and returns when it says that it is ready.</summary>
    public async Task Start()
    {
        if (keeper is not null)
            throw new InvalidOperationException("The product runs already.");
        keeper = Launch();
        await Ready();
    }

    /// <summary>At once, as a power cut would: no chance to tidy up.</summary>
    public async Task Kill()
    {
        if (keeper is null)
            return;
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
        keeper = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
    }

    Process Launch()
    {
        if (!File.Exists(Repository.Product))
            throw new InvalidOperationException($"{Repository.Product} is missing: build the solution first.");
        var start = new ProcessStartInfo("sh", ["-c", Keeper, "product-for-tests", "dotnet", Repository.Product])
        {
            WorkingDirectory = Repository.Top,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = Address,
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Data__Folder"] = data,
            },
        };
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lines.Enqueue(line.Data);
        if (lines.Count > LinesKept)
            lines.TryDequeue(out _);
    }

    async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(5) };
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var asked = Stopwatch.StartNew();
        while (!await SaysReady(http))
        {
            if (keeper!.HasExited)
                throw new InvalidOperationException($"The product ended with exit code {keeper.ExitCode} before it was ready. It wrote:{Environment.NewLine}{Output}");
            if (asked.Elapsed > patience)
                throw new TimeoutException($"The product was not ready within {patience.TotalSeconds:0} s. It wrote:{Environment.NewLine}{Output}");
            await pause.WaitForNextTickAsync();
        }
    }

    static async Task<bool> SaysReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
