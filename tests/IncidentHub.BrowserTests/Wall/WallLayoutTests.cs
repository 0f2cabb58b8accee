using Deque.AxeCore.Playwright;
using IncidentHub.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Wall;

/// <summary>The screens as they hang: nothing scrolls, nothing is clipped, nothing is too small, at both sizes, in both themes, in a narrow font and in the widest usual one.</summary>
public class WallLayoutTests(Browser browser, WallCase demo) : Journey(browser)
{
    // Text must lie within its block and within the screen; what is out of sight as a whole (an entry that doesn't fit) is no text on the screen.
    const string Faults = """
        smallest => {
          const dropping = '.entries ol, .status, .presence, .last time, .what, .tasks ul, .bar__room';
          const faults = [], screen = document.getElementById('wall-screen');
          const describe = e => `${e.localName}.${e.className} "${e.textContent.trim().replace(/\s+/g, ' ').slice(0, 50)}"`;
          if (document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight) faults.push('the page scrolls');
          const seen = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.sr');
          const column = e => e.closest('.entries ol');
          const outOfSight = e => {
            const line = e.closest(dropping.replace('.entries ol, ', '')), list = column(e), entry = e.closest('.entry');
            return list && entry && entry.getBoundingClientRect().left >= list.getBoundingClientRect().right - 1 || line && e !== line && [...line.children].find(c => c.contains(e)).getBoundingClientRect().top >= line.getBoundingClientRect().bottom - 4;
          };
          for (const e of screen.querySelectorAll('*')) {
            if (!seen(e) || outOfSight(e) || e instanceof SVGElement) continue;
            const cut = getComputedStyle(e).overflow !== 'visible' && !e.matches(dropping);
            if (e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1 && (cut || getComputedStyle(e).display !== 'inline') && !e.matches(dropping) && !e.querySelector('.entries ol') && !e.matches('.entries')) faults.push(`too wide by ${e.scrollWidth - e.clientWidth}: ${describe(e)}`);
            if (cut && e.scrollHeight > e.clientHeight + 1) faults.push(`too high by ${e.scrollHeight - e.clientHeight}: ${describe(e)}`);
          }
          const walk = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
          for (let node; node = walk.nextNode();) {
            const e = node.parentElement;
            if (!node.data.trim() || !seen(e) || outOfSight(e)) continue;
            const size = parseFloat(getComputedStyle(e).fontSize);
            if (size < smallest - .1) faults.push(`${size} px: ${describe(e)}`);
            const range = document.createRange();
            range.selectNodeContents(node);
            const box = e.closest('.entry, .hero, .late, .agencies li, .tile, .half, .bar, .full, .pair, .screen').getBoundingClientRect();
            for (const text of range.getClientRects())
              if (text.left < box.left - 2 || text.right > box.right + 2 || text.bottom > Math.min(box.bottom, innerHeight) + size * .25 || text.top < Math.max(0, box.top) - size * .25)
                faults.push(`outside of its box: ${describe(e)}`);
          }
          const blocks = [...screen.querySelectorAll('.hero, .late, .agencies, .tasks, .entries, .head, .tile, .tile__entry, .tile__more, h1, .status, .hero__time, .hero__title, .hero__state, .hero__dates')].filter(seen);
          for (const [i, a] of blocks.entries()) for (const b of blocks.slice(i + 1)) {
            if (a.contains(b) || b.contains(a)) continue;
            const [x, y] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
            if (x.width && y.width && Math.min(x.right, y.right) - Math.max(x.left, y.left) > 3 && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 3) faults.push(`on one another: ${describe(a)} and ${describe(b)}`);
          }
          return [...new Set(faults)];
        }
        """;

    public static TheoryData<string> AllScreens => ["normal", "overdue", "crowded", "quiet", "none", "one-two", "two", "three", "four", "six", "crowded-two", "crowded-three", "crowded-four", "pairing", "released", "stale", "stale-two", "device"];

    const string WideReferences = """
        () => {
          const walk = document.createTreeWalker(document.getElementById('wall-screen'), NodeFilter.SHOW_TEXT);
          for (let node; node = walk.nextNode();)
            node.data = node.data.replace(/\b([A-Z])-[0-9A-Z]{5}\b/g, '$1-DMRQ1');
        }
        """;

    [Theory, MemberData(nameof(AllScreens))]
    public async Task Everything_is_on_the_screen(string name)
    {
        await using var stage = await WallStage.Open();
        await Stage(stage, name);
        foreach (var (height, theme) in new[] { (1080, "dark"), (1080, "light"), (2160, "dark"), (2160, "light") })
        {
            stage.IsUp = true;
            var user = await NewUser(stage.Address, new() { ViewportSize = new() { Width = height * 16 / 9, Height = height } });
            var page = user.Page;
            await page.Clock.InstallAsync();
            await page.GotoAsync(theme is "light" ? "/papan?light" : "/papan");
            await Expect(page.Locator(":root")).ToHaveAttributeAsync("data-contact", "live");
            if (name.StartsWith("stale", StringComparison.Ordinal))
            {
                stage.IsUp = false;
                stage.Drop();
                await page.Clock.FastForwardAsync(42_000);
                await Expect(page.Locator(":root")).ToHaveAttributeAsync("data-contact", "lost");
            }
            // References are drawn at random, and some are wider than others: all as one of the wide ones.
            await page.EvaluateAsync(WideReferences);
            foreach (var stretch in new[] { "condensed", "normal" })
            {
                await page.EvaluateAsync("stretch => document.getElementById('wall-screen').style.fontStretch = stretch", stretch);
                await page.EvaluateAsync("document.querySelectorAll('.hero__time').forEach(e => e.textContent = '')");
                await page.Clock.RunForAsync(1_000);
                await page.ScreenshotAsync(new() { Path = Repository.Artifact($"wall-{name}-{height}-{theme}-{stretch}.png") });
                (await page.EvaluateAsync<string[]>(Faults, 28 * height / 1080)).ShouldBeEmpty($"{name} {height} {theme} {stretch}");
            }
            if (height == 1080)
                (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{theme}: {v.Id} {string.Join(' ', v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty(name);
            if (stage.IsUp)
                user.Complaints.ShouldBeEmpty();
        }
    }

    async Task Stage(WallStage stage, string name)
    {
        stage.Now = name is "normal" ? WallCase.Normal : WallCase.Overdue;
        if (name is "device")
            stage.Real = () => DateTimeOffset.UtcNow.AddSeconds(-42);
        var crowded = demo.Crowded(stage.Now);
        await (name switch
        {
            "pairing" => stage.ShowCode(stage.Now.AddMinutes(9.2)),
            "released" => stage.ShowCode(stage.Now.AddMinutes(9.2), wasReleased: true),
            "none" => stage.Show(),
            "quiet" => stage.Show(demo.Several(2, stage.Now)[1] with { Entries = [], Agencies = [] }),
            "one-two" => stage.Show(demo.Several(2, stage.Now)[1]),
            "two" or "stale-two" => stage.Show(demo.Several(2, stage.Now)),
            "three" => stage.Show(demo.Several(3, stage.Now)),
            "four" => stage.Show(demo.Several(4, stage.Now)),
            "six" => stage.Show(demo.Several(6, stage.Now)),
            "crowded" => stage.Show(crowded),
            "crowded-two" => stage.Show([crowded, crowded]),
            "crowded-three" => stage.Show([crowded, crowded, crowded]),
            "crowded-four" => stage.Show([crowded, crowded, crowded, crowded]),
            _ => stage.Show(demo.Of(stage.Now, "KPU", "BSSN", "BARESKRIM", "KOMINFO")),
        });
    }
}
