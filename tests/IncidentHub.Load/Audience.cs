using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace IncidentHub.Load;

/// <summary>Somebody, or something, that looks at the product over a socket and hears of what changes.</summary>
interface IOnlooker : IDisposable
{
    Task<byte[]> Next();
}

/// <summary>As many onlookers as wanted in a process of their own, so that what they cost isn't taken for what the product costs.</summary>
sealed class Audience : IDisposable
{
    /// <summary>The argument that makes this program one.</summary>
    public const string Argument = "audience";

    readonly Process process;

    Audience(Process process) => this.process = process;

    /// <summary>Liaisons on that page, each behind their own cookie; without a page, walls.</summary>
    public static async Task<Audience> Gather(Uri address, string? page, IReadOnlyCollection<string> cookies)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Audience).Assembly.Location, Argument, address.ToString(), page ?? ""]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        var audience = new Audience(Process.Start(start)!);
        foreach (var cookie in cookies.Append(""))
            await audience.process.StandardInput.WriteLineAsync(cookie);
        await audience.Answer();
        return audience;
    }

    /// <summary>Until the words are on everybody's screen. Gives how many bytes they all heard since the last time.</summary>
    public async Task<long> Sees(string words)
    {
        await process.StandardInput.WriteLineAsync(words);
        return long.Parse(await Answer(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    async Task<string> Answer() => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The audience left.");

    /// <summary>The other process: cookies, an empty line, and then words to wait for, until its input ends.</summary>
    public static async Task Run(Uri address, string page)
    {
        using var browser = new HttpClient();
        var seats = new List<Seat>();
        while (Console.ReadLine() is { Length: > 0 } cookie)
            seats.Add(new Seat(page.Length > 0 ? await LiaisonPage.Open(browser, address, page, cookie) : await HungScreen.Connect(browser, address, cookie)));
        Console.WriteLine(seats.Count);
        while (Console.ReadLine() is { } words)
        {
            await Task.WhenAll(seats.Select(s => s.Sees(Encoding.UTF8.GetBytes(words))));
            Console.WriteLine(seats.Sum(s => s.Heard()));
        }
    }

    /// <summary>Listens all the time: whoever doesn't is no longer sent anything.</summary>
    sealed class Seat
    {
        const int Kept = 16;

        readonly Lock gate = new();
        readonly Queue<byte[]> last = [];
        byte[] wanted = [];
        TaskCompletionSource seen = new();
        long heard;

        public Seat(IOnlooker onlooker) => _ = Listen(onlooker);

        public Task Sees(byte[] words)
        {
            lock (gate)
            {
                (wanted, seen) = (words, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                // They may have come before anybody asked.
                if (last.Any(news => news.AsSpan().IndexOf(words) >= 0))
                    seen.SetResult();
                return seen.Task;
            }
        }

        public long Heard() => Interlocked.Exchange(ref heard, 0);

        async Task Listen(IOnlooker onlooker)
        {
            try
            {
                while (true)
                {
                    var news = await onlooker.Next();
                    Interlocked.Add(ref heard, news.Length);
                    lock (gate)
                    {
                        last.Enqueue(news);
                        if (last.Count > Kept)
                            last.Dequeue();
                        if (wanted.Length > 0 && news.AsSpan().IndexOf(wanted) >= 0)
                            seen.TrySetResult();
                    }
                }
            }
            catch (Exception error)
            {
                lock (gate)
                    seen.TrySetException(error);
            }
        }
    }
}
