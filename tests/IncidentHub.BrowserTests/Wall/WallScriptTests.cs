using IncidentHub.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Wall;

/// <summary>wall.js in a browser whose clock the test holds, against a stream that can stop, hang, lie and come back.</summary>
public class WallScriptTests(Browser browser, WallCase demo) : Journey(browser)
{
    static readonly ViewportSize hd = new() { Width = 1920, Height = 1080 };

    [Fact]
    public async Task The_clock_and_the_countdown_are_the_products_and_tick()
    {
        await using var stage = await WallStage.Open();
        // Three seconds before the hour that is left becomes minutes.
        stage.Now = demo.Of(WallCase.Normal).Next!.Due.AddHours(-1).AddSeconds(-3);
        var page = await Watching(stage);
        await Expect(page.Locator("[data-clock]")).ToHaveTextAsync("18.59.57");
        await Expect(page.Locator("[data-today]")).ToHaveTextAsync("Jumat01/12/2023");
        await Expect(page.Locator(".hero__time")).ToHaveTextAsync("1jam01menit");
        await page.Clock.RunForAsync(4_000);
        await Expect(page.Locator("[data-clock]")).ToHaveTextAsync("19.00.01");
        await Expect(page.Locator(".hero__time")).ToHaveTextAsync("59menit59detik");
        await page.Clock.RunForAsync(5_000);
        await Expect(page.Locator(".hero__time")).ToHaveTextAsync("59menit54detik");
    }

    [Fact]
    public async Task A_deadline_that_passes_while_it_is_cut_off_turns_over_by_itself()
    {
        await using var stage = await WallStage.Open();
        stage.Now = demo.Of(WallCase.Normal).Next!.Due.AddSeconds(-2);
        var page = await Watching(stage);
        await Expect(page.GetByText("Sisa waktu")).ToBeVisibleAsync();
        stage.IsUp = false;
        stage.Drop();
        await page.Clock.RunForAsync(65_000);
        await Expect(page.Locator(".hero .passed", new() { HasText = "Lewat tenggat" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Sisa waktu")).ToBeHiddenAsync();
        await Expect(page.Locator(".hero__time")).ToHaveTextAsync("1menit03detik");
    }

    [Fact]
    public async Task After_fifteen_seconds_without_a_beat_it_says_so_and_since_when_and_that_it_is_back()
    {
        await using var stage = await WallStage.Open();
        stage.Now = WallCase.Normal;
        var page = await Watching(stage);
        await Expect(page.GetByText("Tersambung, data terakhir 18.57.00 WIB")).ToBeVisibleAsync();
        // It looks open, and nothing comes.
        stage.IsUp = false;
        await page.Clock.RunForAsync(14_000);
        await Expect(page.GetByText("Sambungan terputus")).ToBeHiddenAsync();
        await page.Clock.RunForAsync(2_000);
        await Expect(page.GetByText("Sambungan terputus 16 detik")).ToBeVisibleAsync();
        await Expect(page.Locator(".bar--lost")).ToContainTextAsync("data terakhir 18.57.00 WIB");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.Clock.RunForAsync(3_600_000);
        await Expect(page.GetByText("Sambungan terputus 1 jam")).ToBeVisibleAsync();

        (stage.IsUp, stage.Now) = (true, WallCase.Normal.AddHours(1));
        await Until(page, "document.documentElement.dataset.contact === 'live'", atMost: 15_000);
        await Expect(page.GetByText("Sambungan terputus")).ToBeHiddenAsync();
        await Expect(page.Locator(".bar--live [data-beat]")).ToHaveTextAsync("19.57.00");
        stage.Pages.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_laptop_that_slept_does_not_take_an_old_screen_for_a_new_one()
    {
        await using var stage = await WallStage.Open();
        stage.Now = WallCase.Normal;
        var page = await Watching(stage);
        // Asleep one clock stands still: only the date jumps.
        await page.EvaluateAsync("{ const was = Date.now.bind(Date); Date.now = () => was() + 7_200_000; }");
        stage.IsUp = false;
        await page.Clock.RunForAsync(1_000);
        await Expect(page.GetByText("Sambungan terputus 2 jam")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_new_build_loads_the_page_anew_only_when_it_answers_and_not_again_and_again()
    {
        await using var stage = await WallStage.Open();
        var page = await Watching(stage);
        var before = stage.Pages;
        stage.Build = "2";
        stage.Drop();
        await Until(page, "document.querySelector('meta[name=wall]').dataset.build === '2' && document.documentElement.dataset.contact === 'live'", atMost: 15_000);
        // The script asked whether it answers, and then loaded it.
        stage.Pages.ShouldBe(before + 2);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_by_more_than_five_seconds_is_named()
    {
        await using var stage = await WallStage.Open();
        var page = await Watching(stage);
        await Expect(page.Locator("[data-device]")).ToBeHiddenAsync();
        stage.Real = () => DateTimeOffset.UtcNow.AddHours(3);
        stage.Beat();
        await Until(page, "!document.querySelector('[data-device]').hidden", atMost: 2_000);
        (await page.Locator("[data-device]").TextContentAsync()).ShouldBeOneOf("jam layar ini 3 jam lebih lambat", "jam layar ini 2 jam 59 menit lebih lambat", "jam layar ini 3 jam 0 menit lebih lambat");
    }

    [Fact]
    public async Task Six_incidents_take_turns_and_dots_say_which()
    {
        await using var stage = await WallStage.Open();
        stage.Now = WallCase.Overdue;
        await stage.Show(demo.Several(6, stage.Now));
        var page = (await NewUser(stage.Address, new() { ViewportSize = hd })).Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync("/papan");
        await Expect(page.Locator(".page")).ToHaveCountAsync(2);
        const string visible = "[...document.querySelectorAll('h1')].filter(h => h.checkVisibility({ visibilityProperty: true })).length + ' ' + [...document.querySelectorAll('[data-dot]')].findIndex(d => d.matches('[data-current]'))";
        var first = await page.EvaluateAsync<string>(visible);
        // A turn, and the second at whose end the screen takes note of it.
        await page.Clock.RunForAsync(21_000);
        var second = await page.EvaluateAsync<string>(visible);
        new[] { first, second }.Order().ShouldBe(["3 0", "3 1"]);
    }

    [Fact]
    public async Task The_screen_moves_a_little_against_burning_in_and_nothing_else_moves()
    {
        await using var stage = await WallStage.Open();
        stage.Now = WallCase.Normal;
        var page = await Watching(stage);
        var places = new HashSet<string>();
        // Its time goes on faster than any network: it hears nothing, and loads nothing anew.
        stage.IsUp = false;
        for (var i = 0; i < 5; i++)
        {
            places.Add(await page.EvaluateAsync<string>("getComputedStyle(document.getElementById('wall-screen')).transform"));
            await page.Clock.RunForAsync(180_000);
        }
        places.Count.ShouldBeGreaterThan(2);
        (await page.EvaluateAsync<int>("document.getAnimations().length")).ShouldBe(0);
    }

    [Fact]
    public async Task Five_hundred_screens_leave_as_many_elements_as_one()
    {
        await using var stage = await WallStage.Open();
        stage.Now = WallCase.Normal;
        var page = await Watching(stage);
        var view = demo.Of(WallCase.Normal);
        const string elements = "document.querySelectorAll('*').length";
        await stage.Show(view with { Title = "Awal" });
        await Expect(page.Locator("h1")).ToHaveTextAsync("Awal");
        var (count, heap) = (await page.EvaluateAsync<int>(elements), await Heap(page));
        for (var i = 1; i <= 500; i++)
            await stage.Show(view with { Title = $"Akhir {i}" });
        await Expect(page.Locator("h1")).ToHaveTextAsync("Akhir 500");
        (await page.EvaluateAsync<int>(elements)).ShouldBe(count);
        TestContext.Current.TestOutputHelper?.WriteLine($"elements {count}, heap {heap:N0} → {await Heap(page):N0}");
        (await Heap(page) - heap).ShouldBeLessThan(2_000_000);
    }

    static async Task<double> Heap(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("HeapProfiler.collectGarbage");
        var metrics = await session.SendAsync("Runtime.getHeapUsage");
        return metrics!.Value.GetProperty("usedSize").GetDouble();
    }

    async Task<IPage> Watching(WallStage stage)
    {
        await stage.Show(demo.Of(WallCase.Normal, "KPU", "BSSN"));
        var page = (await NewUser(stage.Address, new() { ViewportSize = hd })).Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync("/papan");
        await Expect(page.Locator(":root")).ToHaveAttributeAsync("data-contact", "live");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddSeconds(1));
        stage.Beat();
        await Expect(page.Locator(".bar--live [data-beat]")).ToHaveTextAsync(stage.Now.ToOffset(TimeSpan.FromHours(7)).ToString("HH.mm.ss", System.Globalization.CultureInfo.InvariantCulture));
        return page;
    }

    /// <summary>Lets the page's time go on, and the network take its own, until it is so.</summary>
    static async Task Until(IPage page, string so, int atMost)
    {
        for (var passed = 0; !await Is(); passed += 250)
        {
            passed.ShouldBeLessThan(atMost, so);
            try
            {
                await page.Clock.RunForAsync(250);
                await page.EvaluateAsync("fetch('/app.css').then(() => 0, () => 0)");
            }
            catch (PlaywrightException)
            {
                // Between two pages.
            }
        }

        async Task<bool> Is()
        {
            try
            {
                return await page.EvaluateAsync<bool>(so);
            }
            catch (PlaywrightException)
            {
                // Between two pages.
                return false;
            }
        }
    }
}
