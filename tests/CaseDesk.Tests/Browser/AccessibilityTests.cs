using System.Text.RegularExpressions;
using CaseDesk.Tests.Hosting;
using CaseDesk.Tests.Pages;
using Krm.Reporting;
using Microsoft.Playwright;
using NodaTime;

namespace CaseDesk.Tests.Browser;

/// <summary>Every page, light and dark, in a real browser: no violation found by axe-core, and all work done by keyboard alone.</summary>
public sealed class AccessibilityTests(SharedDesk shared, ChromiumBrowser browser) : IClassFixture<SharedDesk>, IClassFixture<ChromiumBrowser>
{
    [BrowserFact]
    public async Task Pages_LightAndDark_HaveNoViolations()
    {
        using var client = shared.Process.CreateClient();
        var id = DeskClient.NewId();
        await client.EnterAsync(id);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await browser.OpenAsync(shared.Process.Address, scheme);
            foreach (var path in new[] { "/", "/vorgaenge/neu", "/vorgaenge/" + id, "/ursachen", "/bericht", "/vorgaenge/fehlt" })
            {
                await page.GotoAsync(path);
                Assert.Equal("de", await page.GetAttributeAsync("html", "lang"));
                Assert.Equal([], await browser.ViolationsAsync(page));
            }

            await page.GotoAsync("/vorgaenge/neu");
            await page.ClickAsync("text=Vorgang anlegen");
            Assert.Equal([], await browser.ViolationsAsync(page));
        }
    }

    [BrowserFact]
    public async Task Intake_KeyboardAlone_CreatesACase()
    {
        var page = await browser.OpenAsync(shared.Process.Address, ColorScheme.Light);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Zum Inhalt springen", await page.EvaluateAsync<string>("document.activeElement.textContent"));

        await page.GotoAsync("/vorgaenge/neu");
        await page.FocusAsync("#text");
        await page.Keyboard.TypeAsync("Sperrmüll und Müll am Container");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#kategorie-vorschlag");
        Assert.Contains("Müllablagerung", await page.InnerTextAsync("#kategorie-vorschlag"), StringComparison.Ordinal);
        Assert.Equal("Müllablagerung", await page.InputValueAsync("#category"));
        Assert.NotEqual(0, await page.Locator("mark.for").CountAsync());

        await page.FocusAsync("main form button:not(.secondary)");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/vorgaenge/[0-9a-f]{32}$"));
        Assert.StartsWith("Vorgang KRM-", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("Vorschlag übernommen", await page.InnerTextAsync("dl"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Pages_NarrowScreen_NeedNoSidewaysScrolling()
    {
        var page = await browser.OpenAsync(shared.Process.Address, ColorScheme.Light, width: 320);
        foreach (var path in new[] { "/", "/vorgaenge/neu", "/ursachen" })
        {
            await page.GotoAsync(path);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path);
        }
    }

    [BrowserFact]
    public async Task Report_ZeroOneAndManyCases_HasNoViolations()
    {
        foreach (var count in new[] { 0, 1, 3_000 })
        {
            var builder = new ReportBuilder(new ReportOptions { AsOf = new LocalDate(2026, 6, 30), Organization = "Bezirksamt" });
            for (var number = 0; number < count; number++)
            {
                var received = new LocalDate(2025, 1, 1).PlusDays(number % 540);
                builder.Add(new ReportCase
                {
                    Received = received,
                    Due = received.PlusDays(28),
                    Closed = number % 11 == 0 ? null : received.PlusDays(number % 40),
                    Kind = number % 4 == 0 ? "Lob" : "Beschwerde",
                    Unit = "Amt " + (number % 5),
                    Priority = number % 9 == 0 ? "priorisiert" : "normal",
                    Category = "Thema " + (number % 7),
                });
            }

            using var folder = new TemporaryFolder();
            await File.WriteAllTextAsync(folder.File("report.html"), HtmlReport.Render(builder.Build()));
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                var page = await browser.OpenAsync(shared.Process.Address, scheme);
                await page.GotoAsync("file://" + folder.File("report.html"));
                Assert.Equal([], await browser.ViolationsAsync(page));
            }
        }
    }
}
