using CaseDesk.Tests.Hosting;
using Microsoft.Playwright;

namespace CaseDesk.Tests.Browser;

/// <summary>A headless Chromium that goes nowhere but where it is sent.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Tools.Chromium is null || Tools.AxeScript is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Tools.Chromium, Headless = true, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A new window; axe-core comes past the policy of the page, as an extension would.</summary>
    public async Task<IPage> OpenAsync(Uri address, ColorScheme scheme, int width = 1100)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            BypassCSP = true,
            ColorScheme = scheme,
            Locale = "de-DE",
            ViewportSize = new() { Width = width, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    /// <summary>What axe-core finds wrong with the page: rule and element.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.AddScriptTagAsync(new() { Path = Tools.AxeScript });
        return await page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ')))");
    }
}
