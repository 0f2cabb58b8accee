using IncidentHub.Domain;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Admin;

/// <summary>Who can sign in, as what, for whom.</summary>
public sealed partial class AccountsPage
{
    const string SearchKey = "q";

    IReadOnlyList<AccountLine>? accounts;
    IReadOnlyList<AgencyNames> agencies = [];
    DateTimeOffset now;
    Guid? changing;
    bool isAdding;
    (string Name, string Password)? shown;

    [Inject] Words Words { get; set; } = default!;
    [CascadingParameter] Actor? Viewer { get; set; }
    [SupplyParameterFromQuery(Name = SearchKey)] string? Search { get; set; }
    [CascadingParameter] LocalTime Zone { get; set; } = LocalTime.Wib;

    protected override async Task OnInitializedAsync()
    {
        // The same answer as for a page that isn't there.
        if (Viewer is not { Role: Role.Administrator })
            Navigation.NotFound();
        else
            await Load();
    }

    async Task Done(string name, AdminOutcome.Done done)
    {
        Close();
        shown = done.Password is { } password ? (name, password) : null;
        await Load();
    }

    async Task Load()
    {
        now = Time.GetUtcNow();
        agencies = await Directory.All();
        accounts = await Accounts.All();
    }

    // In the address, so that it outlives a reload and can be sent to a colleague.
    void Find(string? search) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(SearchKey, string.IsNullOrWhiteSpace(search) ? null : search.Trim()));

    // Every word somewhere in what the line says. Whoever is being changed stays in sight.
    bool Matches(AccountLine account)
    {
        var line = string.Join('\n', account.Name, account.Email, account.Agency, NameOf(account.Agency), account.SeatedAt is { } seat ? NameOf(seat) : "");
        return account.Id == changing || (Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    string NameOf(AgencyId agency) => agencies.FirstOrDefault(a => a.Id == agency)?.At(now).Name ?? agency.Code;

    void Add() => (isAdding, changing, shown) = (true, null, null);

    void Change(AccountLine account) => (isAdding, changing, shown) = (false, account.Id, null);

    void Close() => (isAdding, changing) = (false, null);
}
