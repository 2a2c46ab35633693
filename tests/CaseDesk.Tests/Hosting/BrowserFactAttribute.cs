namespace CaseDesk.Tests.Hosting;

/// <summary>A test in a real browser; skipped by name where the machine has none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Tools.Chromium is null)
        {
            Skip = "No Chromium on this machine (Debian: chromium).";
        }
        else if (Tools.AxeScript is null)
        {
            Skip = "No axe-core: run 'npm install --no-package-lock' in tests/CaseDesk.Tests/Browser.";
        }
    }
}
