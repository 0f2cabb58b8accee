using IncidentHub.Domain;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Admin;

/// <summary>Who can sign in, as what, for whom.</summary>
public sealed partial class AccountsPage
{
    IReadOnlyList<AccountLine>? accounts;
    IReadOnlyList<AgencyNames> agencies = [];
    DateTimeOffset now;
    Guid? changing;
    bool isAdding;
    (string Name, string Password)? shown;

    [Inject] Words Words { get; set; } = default!;
    [CascadingParameter] Actor? Viewer { get; set; }
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

    string NameOf(AgencyId agency) => agencies.FirstOrDefault(a => a.Id == agency)?.At(now).Name ?? agency.Code;

    void Add() => (isAdding, changing, shown) = (true, null, null);

    void Change(AccountLine account) => (isAdding, changing, shown) = (false, account.Id, null);

    void Close() => (isAdding, changing) = (false, null);
}
