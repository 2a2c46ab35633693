using Krm.Hosting.Tests.Doubles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Krm.Hosting.Tests.Reloading;

public sealed class ReloadTests : IDisposable
{
    private readonly OfficeFolder _folder = new();

    public ReloadTests()
    {
        File.WriteAllText(_folder.RuleSetFile, OfficeFolder.RuleSet("1.0.0"));
        File.WriteAllText(_folder.HolidaysFile, OfficeFolder.Holiday("2026-03-03"));
        _folder.WriteModel();
    }

    public static TheoryData<string> BrokenContents => new()
    {
        "",
        "{",
        "{ \"format\": 1 }",
        OfficeFolder.RuleSet("2.0.0")[..2000],
        OfficeFolder.RuleSet("2.0.0").Replace("\"land\": \"HH\"", "\"land\": 3", StringComparison.Ordinal),
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Watch_FileChangedAndRested_IsTaken()
    {
        using var host = Open();
        var before = host.Provider.Current.Version;
        _folder.Write(_folder.RuleSetFile, OfficeFolder.RuleSet("2.0.0"));

        host.Time.Tick();
        var stillOld = host.Provider.Current.Version;
        host.Time.Tick();
        var after = host.Provider.Current.Version;

        Assert.Same(before, stillOld);
        Assert.Equal((2, "2.0.0"), (after.Generation, host.Provider.Current.RuleSets[0].Version));
        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
        Assert.Contains(host.Log.Lines, line => line.Event == 2 && Equals(line.Values["Replaced"], before.Fingerprint));
    }

    [Fact]
    public void Watch_EachKindOfFile_IsTaken()
    {
        using var host = Open();
        _folder.Write(_folder.HolidaysFile, OfficeFolder.Holiday("2026-03-04", "haus-2"));
        host.PassTwoIntervals();

        Assert.True(host.Provider.Current.Calendar.IsWorkingDay(new LocalDate(2026, 3, 3)));
        Assert.False(host.Provider.Current.Calendar.IsWorkingDay(new LocalDate(2026, 3, 4)));
    }

    [Theory]
    [MemberData(nameof(BrokenContents))]
    public async Task Watch_BrokenFile_IsRefusedLoggedAndServedAround(string content)
    {
        using var host = Open();
        var before = host.Provider.Current;
        _folder.Write(_folder.RuleSetFile, content);
        host.PassTwoIntervals();

        Assert.Same(before, host.Provider.Current);
        var line = Assert.Single(host.Log.Lines, line => line.Level == LogLevel.Error);
        Assert.Contains(_folder.RuleSetFile, line.Message, StringComparison.Ordinal);
        Assert.Equal(before.Version.Fingerprint, line.Values["Fingerprint"]);
        Assert.False(host.Provider.GetStatus().IsCurrent);
        Assert.Equal(HealthStatus.Degraded, (await CheckHealth(host)).Status);

        // Nothing new: it is neither read nor logged again.
        host.PassTwoIntervals();
        Assert.Single(host.Log.Lines, line => line.Level == LogLevel.Error);

        _folder.Write(_folder.RuleSetFile, OfficeFolder.RuleSet("3.0.0"));
        host.PassTwoIntervals();
        Assert.Equal("3.0.0", host.Provider.Current.RuleSets[0].Version);
        Assert.Equal(HealthStatus.Healthy, (await CheckHealth(host)).Status);
    }

    [Fact]
    public void Watch_FailingTestCaseOfARuleSet_IsRefused()
    {
        using var host = Open();
        var good = OfficeFolder.RuleSet("2.0.0");
        var broken = System.Text.RegularExpressions.Regex.Replace(good, "\"P2W\"", "\"P3W\"");
        Assert.NotEqual(good, broken);
        _folder.Write(_folder.RuleSetFile, broken);
        host.PassTwoIntervals();

        Assert.Equal("1.0.0", host.Provider.Current.RuleSets[0].Version);
        Assert.Contains(host.Provider.GetStatus().Problems, problem => problem.Contains("test case", StringComparison.Ordinal));
    }

    [Fact]
    public void Watch_FileGone_IsRefusedAndItsReturnTaken()
    {
        using var host = Open();
        File.Delete(_folder.ModelFile);
        host.PassTwoIntervals();

        Assert.Contains("there is no file", Assert.Single(host.Provider.GetStatus().Problems), StringComparison.Ordinal);
        Assert.NotNull(host.Provider.Current.Classifier);

        _folder.WriteModel();
        host.PassTwoIntervals();
        Assert.True(host.Provider.GetStatus().IsCurrent);
        Assert.Equal(1, host.Provider.Current.Version.Generation);
    }

    [Fact]
    public void Watch_AlteredModel_IsRefused()
    {
        using var host = Open();
        var content = File.ReadAllBytes(_folder.ModelFile);
        content[content.Length / 2] ^= 0xFF;
        File.WriteAllBytes(_folder.ModelFile, content);
        host.PassTwoIntervals();

        Assert.Contains(_folder.ModelFile, Assert.Single(host.Provider.GetStatus().Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Watch_LinkSwapped_IsTaken()
    {
        File.Move(_folder.RuleSetFile, _folder.PathOf("v1.json"));
        File.WriteAllText(_folder.PathOf("v2.json"), OfficeFolder.RuleSet("2.0.0"));
        File.CreateSymbolicLink(_folder.RuleSetFile, _folder.PathOf("v1.json"));
        using var host = Open();
        Assert.Equal("1.0.0", host.Provider.Current.RuleSets[0].Version);

        File.Delete(_folder.RuleSetFile);
        File.CreateSymbolicLink(_folder.RuleSetFile, _folder.PathOf("v2.json"));
        host.PassTwoIntervals();

        Assert.Equal("2.0.0", host.Provider.Current.RuleSets[0].Version);
    }

    [Fact]
    public void Watch_SwitchedOff_LooksOnlyWhenAsked()
    {
        using var host = Open(options => options.ReloadsOnChange = false);
        _folder.Write(_folder.RuleSetFile, OfficeFolder.RuleSet("2.0.0"));
        host.PassTwoIntervals();

        Assert.Equal("1.0.0", host.Provider.Current.RuleSets[0].Version);
        Assert.True(host.Provider.Reload());
        Assert.Equal("2.0.0", host.Provider.Current.RuleSets[0].Version);
    }

    [Fact]
    public void Configuration_Changed_IsTakenOrRefused()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Land"] = "HH" }).Build();
        using var host = new OfficeHost(services => services.AddKrm(configuration));
        _ = host.Provider.Current;

        configuration["Land"] = "BY";
        configuration.Reload();
        Assert.Equal(Krm.Calendar.Holidays.Bundesland.Bayern, host.Provider.Current.Land);

        configuration["Land"] = "Bayern";
        configuration.Reload();
        Assert.Equal(Krm.Calendar.Holidays.Bundesland.Bayern, host.Provider.Current.Land);
        Assert.Contains("'Bayern'", Assert.Single(host.Provider.GetStatus().Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprint_SameDataInTwoProcesses_IsTheSame()
    {
        using var host = Open();
        using var other = Open();

        Assert.Equal(host.Provider.Current.Version.Fingerprint, other.Provider.Current.Version.Fingerprint);
        Assert.Equal(
            [KrmPartKind.Holidays, KrmPartKind.Calendar, KrmPartKind.RuleSet, KrmPartKind.Model, KrmPartKind.DeadlineRules],
            host.Provider.Current.Version.Parts.Select(part => part.Kind));
    }

    private static async Task<HealthCheckResult> CheckHealth(OfficeHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        var entry = report.Entries["krm"];
        return new HealthCheckResult(entry.Status, entry.Description, entry.Exception, entry.Data);
    }

    private OfficeHost Open(Action<KrmOptions>? also = null)
    {
        var host = new OfficeHost(services =>
        {
            services.AddHealthChecks().AddKrm();
            services.AddKrm(options =>
            {
                options.Land = "HH";
                options.RuleSets.Add(_folder.RuleSetFile);
                options.HolidaysFile = _folder.HolidaysFile;
                options.ModelFile = _folder.ModelFile;
                also?.Invoke(options);
            });
        });

        // As the start of a host does.
        _ = host.Provider.Current;
        return host;
    }
}
