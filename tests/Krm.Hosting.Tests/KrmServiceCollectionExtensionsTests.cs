using Krm.Analytics.Classification;
using Krm.Calendar.Holidays;
using Krm.Hosting.Tests.Doubles;
using Krm.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Krm.Hosting.Tests;

public sealed class KrmServiceCollectionExtensionsTests
{
    private static readonly LocalDate Received = new(2026, 3, 2);

    [Fact]
    public void AddKrm_ShippedRuleSet_PlansACase()
    {
        using var host = new OfficeHost(options =>
        {
            options.Land = "HH";
            options.RuleSets.Add("harburg");
        });

        var decision = host.Provider.Current.Plan(
            "harburg", "1", Received, new Dictionary<string, string?> { ["adressat"] = "Bezirksamtsleitung" });

        Assert.Equal(new LocalDate(2026, 3, 16), decision.Result.FindDuty("antwort")!.DueDate);
        Assert.Equal(host.Provider.Current.Version.Fingerprint, decision.Fingerprint);
    }

    [Fact]
    public async Task Start_EverythingWrong_SaysAllOfItInOneMessage()
    {
        using var folder = new OfficeFolder();
        File.WriteAllText(folder.RuleSetFile, OfficeFolder.RuleSet("1.0.0").Replace("\"land\": \"HH\"", "\"land\": \"XX\"", StringComparison.Ordinal));
        File.WriteAllText(folder.HolidaysFile, OfficeFolder.Holiday("31 February"));
        File.WriteAllText(folder.ModelFile, "no model");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.Root });
        builder.Services.AddKrm(options =>
        {
            options.Land = "HX";
            options.Municipality = "123";
            options.Week = "MoSo";
            options.HolidaysFile = "holidays.json";
            options.ClosuresFile = "closures.ics";
            options.RuleSets.Add("harburgg");
            options.RuleSets.Add("office.regelwerk.json");
            options.ModelFile = "categories.krm";
            options.ReloadInterval = TimeSpan.Zero;
        });
        builder.Services.AddKrm("south", options => options.Threshold = 2);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        var message = exception is AggregateException all ? string.Join('\n', all.InnerExceptions.Select(inner => inner.Message)) : exception.Message;
        foreach (var part in new[]
        {
            "Krm: Land: 'HX'", "Municipality: '123'", "Week: 'MoSo'", "HolidaysFile: '" + folder.HolidaysFile, "31 February",
            "ClosuresFile: there is no file", "RuleSets[0]: 'harburgg'", "harburg, kqs", "ModelFile: '" + folder.ModelFile,
            "ReloadInterval: 00:00:00", "Krm 'south': Land: is missing", "Krm 'south': Threshold: 2",
        })
        {
            Assert.Contains(part, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Start_EverythingRight_Starts()
    {
        using var folder = new OfficeFolder();
        File.WriteAllText(folder.RuleSetFile, OfficeFolder.RuleSet("1.0.0"));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.Root });
        builder.Services.AddKrm(options =>
        {
            options.Land = "HH";
            options.RuleSets.Add("office.regelwerk.json");
        });
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal("office", Assert.Single(host.Services.GetRequiredService<KrmProvider>().Current.RuleSets).Id);
        await host.StopAsync();
    }

    [Fact]
    public void AddKrm_Configuration_BindsEveryProperty()
    {
        using var folder = new OfficeFolder();
        folder.WriteModel();
        File.WriteAllText(folder.HolidaysFile, OfficeFolder.Holiday("2026-03-03"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Krm:Land"] = "HH",
            ["Krm:Municipality"] = "02000000",
            ["Krm:Week"] = "MoSa",
            ["Krm:HolidaysFile"] = folder.HolidaysFile,
            ["Krm:RuleSets:0"] = "harburg",
            ["Krm:RuleSets:1"] = "ral",
            ["Krm:RunsRuleSetTests"] = "false",
            ["Krm:ModelFile"] = folder.ModelFile,
            ["Krm:Threshold"] = "0.9",
            ["Krm:ReloadsOnChange"] = "false",
            ["Krm:ReloadInterval"] = "00:00:10",
        }).Build();
        using var host = new OfficeHost(services => services.AddKrm(configuration.GetSection("Krm")));

        var options = host.Services.GetRequiredService<IOptionsMonitor<KrmOptions>>().CurrentValue;
        var snapshot = host.Provider.Current;

        Assert.Equal(TimeSpan.FromSeconds(10), options.ReloadInterval);
        Assert.False(options.ReloadsOnChange || options.RunsRuleSetTests || options.ReplacesShippedHolidays);
        Assert.Equal(["harburg", "ral"], snapshot.RuleSets.Select(ruleSet => ruleSet.Id));
        Assert.False(snapshot.Calendar.IsWorkingDay(new LocalDate(2026, 3, 3)));
        Assert.True(snapshot.Calendar.IsWorkingDay(new LocalDate(2026, 3, 7)));
        Assert.Equal(0.9, Assert.IsType<TextClassifier>(snapshot.Classifier).Threshold);
    }

    [Fact]
    public void AddKrm_TwoNames_KeepsThemApart()
    {
        using var host = new OfficeHost(services => services
            .AddKrm("north", options => options.Land = "HH")
            .AddKrm("south", options => options.Land = "BY"));
        using var scope = host.Services.CreateScope();

        Assert.Equal(["north", "south"], host.Provider.Names);
        Assert.Equal("BY", scope.ServiceProvider.GetRequiredKeyedService<KrmSnapshot>("south").Land.Code());
        Assert.Equal("HH", host.Provider.Get("north").Land.Code());
        Assert.Contains("'north', 'south'", Assert.Throws<ArgumentException>(() => host.Provider.Current).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshot_OneScope_StaysTheSameAcrossAReload()
    {
        using var folder = new OfficeFolder();
        File.WriteAllText(folder.RuleSetFile, OfficeFolder.RuleSet("1.0.0"));
        using var host = new OfficeHost(options =>
        {
            options.Land = "HH";
            options.RuleSets.Add(folder.RuleSetFile);
        });
        using var request = host.Services.CreateScope();
        var before = request.ServiceProvider.GetRequiredService<KrmSnapshot>();
        folder.Write(folder.RuleSetFile, OfficeFolder.RuleSet("2.0.0"));

        Assert.True(host.Provider.Reload());

        using var next = host.Services.CreateScope();
        Assert.Same(before, request.ServiceProvider.GetRequiredService<KrmSnapshot>());
        Assert.Equal("2.0.0", next.ServiceProvider.GetRequiredService<KrmSnapshot>().RuleSets[0].Version);
    }

    [Fact]
    public void UseClassifierAndRuleSet_OfTheHost_Serve()
    {
        var classifier = new TextClassifierTrainer().Train(
            [.. Enumerable.Range(0, 20).Select(n => new LabeledText(n % 2 == 0 ? $"Laterne {n}" : $"Müll {n}", n % 2 == 0 ? "Licht" : "Abfall"))]);
        using var host = new OfficeHost(options =>
        {
            options.Land = "HH";
            options.UseRuleSet(ShippedRuleSets.Get("ral")).UseClassifier(classifier, "7");
        });

        Assert.Same(classifier, host.Provider.Current.Classifier);
        Assert.Contains(host.Provider.Current.Version.Parts, part => part is { Kind: KrmPartKind.Model, Version: "7" });
        Assert.Equal("ral", host.Provider.Current.RuleSets[0].Id);
    }

    [Fact]
    public void Classify_WithoutModel_SaysWhatToSet()
    {
        using var host = new OfficeHost(options => options.Land = "HH");

        var exception = Assert.Throws<InvalidOperationException>(() => host.Provider.Current.Classify("Die Laterne ist dunkel"));

        Assert.Contains("ModelFile", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RuleSets_TwoVersionsOfOneId_AreChosenByTheDayOfReceipt()
    {
        using var folder = new OfficeFolder();
        File.WriteAllText(folder.PathOf("old.regelwerk.json"), Until("1.0.0", "\"validTo\": \"2025-12-31\","));
        File.WriteAllText(folder.PathOf("new.regelwerk.json"), Until("2.0.0", "\"validFrom\": \"2026-01-01\","));
        using var host = new OfficeHost(options =>
        {
            options.Land = "HH";
            options.RunsRuleSetTests = false;
            options.RuleSets.Add(folder.PathOf("old.regelwerk.json"));
            options.RuleSets.Add(folder.PathOf("new.regelwerk.json"));
        });

        var snapshot = host.Provider.Current;

        Assert.Equal("1.0.0", snapshot.GetEvaluator("office", new LocalDate(2025, 12, 31)).RuleSet.Version);
        Assert.Equal("2.0.0", snapshot.GetEvaluator("office", new LocalDate(2026, 1, 1)).RuleSet.Version);
    }

    [Fact]
    public void RuleSets_TwoVersionsValidOnOneDay_AreRefused()
    {
        using var host = new OfficeHost(options =>
        {
            options.Land = "HH";
            options.RuleSets.Add("harburg");
            options.RuleSets.Add("harburg");
        });

        var exception = Assert.Throws<OptionsValidationException>(() => host.Provider.Current);

        Assert.Contains("valid on the same day", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HolidaysFile_StatutoryPeriodOfARuleSet_ObservesIt()
    {
        using var folder = new OfficeFolder();
        File.WriteAllText(folder.HolidaysFile, OfficeFolder.Holiday("2026-04-02"));
        var plain = Krm.Calendar.Deadlines.DeadlinePeriod.Parse("P1M");
        using var host = new OfficeHost(options =>
        {
            options.Land = "HH";
            options.HolidaysFile = folder.HolidaysFile;
        });
        var spec = new Krm.Calendar.Deadlines.DeadlineSpec(Krm.Calendar.Deadlines.DeadlineRegime.SgbX, Received, Krm.Calendar.Holidays.Bundesland.Hamburg, plain);

        // 2 April is the host's holiday, 3 to 6 April are Good Friday to Easter Monday.
        Assert.Equal(new LocalDate(2026, 4, 7), host.Provider.Current.CalculateDeadline(spec).Result.LastDay);
    }

    private static string Until(string version, string validity) =>
        OfficeFolder.RuleSet(version).Replace("\"format\": 1,", "\"format\": 1, " + validity, StringComparison.Ordinal);
}
