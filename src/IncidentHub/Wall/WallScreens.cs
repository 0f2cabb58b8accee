using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using QRCoder;

namespace IncidentHub.Wall;

/// <summary>What walls show, as HTML. A board is rendered once for all walls that show the same, however many hang.</summary>
public sealed class WallScreens(IServiceScopeFactory scopes, ILoggerFactory logging, StorageOptions storage)
{
    /// <summary>Boards kept: each set of incidents needs one at a time.</summary>
    const int Kept = 32;
    /// <summary>Stands where a wall's own name goes: nobody can have written it, and it is no longer than what the bar has room for.</summary>
    static readonly string anyName = Guid.NewGuid().ToString("N")[..WallText.NameLetters];

    readonly Lock gate = new();
    readonly Dictionary<Shown, Task<string>> boards = [];
    readonly Queue<Shown> oldest = [];

    public async Task<string> Board(ImmutableArray<WallView> incidents, string name) =>
        (await Rendered(new Shown(incidents, CultureInfo.CurrentUICulture.Name))).Replace(anyName, HtmlEncoder.Default.Encode(WallText.Cut(name, WallText.NameLetters)), StringComparison.Ordinal);

    /// <param name="address">Where a coordinator pairs it: what the QR code says.</param>
    public Task<string> Pairing(string code, DateTimeOffset until, Uri address, bool wasReleased) => Render<PairingScreen>(new()
    {
        [nameof(PairingScreen.Code)] = code,
        [nameof(PairingScreen.ExpiresAt)] = until,
        [nameof(PairingScreen.Qr)] = QrOf(address.AbsoluteUri),
        [nameof(PairingScreen.WasReleased)] = wasReleased,
        [nameof(PairingScreen.IsDemo)] = storage.IsDemo,
    });

    Task<string> Rendered(Shown shown)
    {
        lock (gate)
        {
            if (boards.TryGetValue(shown, out var kept) && !kept.IsFaulted)
                return kept;
            var board = Render<WallScreen>(new()
            {
                [nameof(WallScreen.Incidents)] = shown.Incidents,
                [nameof(WallScreen.WallName)] = anyName,
                [nameof(WallScreen.IsDemo)] = storage.IsDemo,
            });
            if (boards.TryAdd(shown, board))
                oldest.Enqueue(shown);
            else
                boards[shown] = board;
            if (oldest.Count > Kept)
                boards.Remove(oldest.Dequeue());
            return board;
        }
    }

    async Task<string> Render<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await Task.Yield();
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logging);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>By row and column, without the quiet zone that the generator draws around it.</summary>
    static bool[,] QrOf(string text)
    {
        const int quiet = 4;
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var side = code.ModuleMatrix.Count - 2 * quiet;
        var modules = new bool[side, side];
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
                modules[row, column] = code.ModuleMatrix[row + quiet][column + quiet];
        }
        return modules;
    }

    sealed record Shown(ImmutableArray<WallView> Incidents, string Culture)
    {
        public bool Equals(Shown? other) => other is not null && Culture == other.Culture && Incidents.SequenceEqual(other.Incidents);
        public override int GetHashCode() => Incidents.Aggregate(Incidents.Length, HashCode.Combine);
    }
}
