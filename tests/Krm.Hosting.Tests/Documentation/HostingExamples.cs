using Krm.Calendar.Deadlines;
using Krm.Hosting.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Krm.Hosting.Tests.Documentation;

/// <summary>The examples of docs/hosting.md and the package's README: what stands there must stand here, compile and be true.</summary>
public sealed class HostingExamples
{
    [Fact]
    public async Task Host()
    {
        using var folder = new OfficeFolder();
        var settings = new HostApplicationBuilderSettings { ContentRootPath = folder.Root };

        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(settings);
        builder.Services.AddKrm(options =>
        {
            options.Land = "HH";
            options.RuleSets.Add("harburg");
        });
        builder.Services.AddHealthChecks().AddKrm();
        using var host = builder.Build();

        await host.StartAsync();
        using var scope = host.Services.CreateScope();
        var intake = new Intake(scope.ServiceProvider.GetRequiredService<KrmSnapshot>());
        Assert.Equal("2026-03-16", intake.AnswerBy("KRM-1", new LocalDate(2026, 3, 2), "Bezirksamtsleitung").Split(' ')[0]);
        await host.StopAsync();
    }

    [Fact]
    public void SeveralOffices()
    {
        var services = new ServiceCollection();
        services.AddKrm("north", options => options.Land = "SH");
        services.AddKrm("south", options => options.Land = "BY");

        using var provider = services.BuildServiceProvider();
        var krm = provider.GetRequiredService<KrmProvider>();
        var north = krm.Get("north").Calendar.IsWorkingDay(new LocalDate(2026, 1, 6));    // true
        var south = krm.Get("south").Calendar.IsWorkingDay(new LocalDate(2026, 1, 6));    // false: Heilige Drei Könige

        Assert.Equal((true, false), (north, south));
    }

    [Fact]
    public void Deadline()
    {
        using var host = new OfficeHost(options => options.Land = "HH");
        var krm = host.Provider.Current;
        var letterSent = new LocalDate(2026, 3, 2);

        var remedy = krm.CalculateDeadline(new DeadlineSpec(DeadlineRegime.SgbX, letterSent, krm.Land, DeadlinePeriod.Parse("P1M"))
        {
            Kind = DeadlineEventKind.Posted,
        });
        var lastDay = remedy.Result.LastDay;        // 7 April 2026: deemed known on 6 March, Easter lies at the end
        var why = remedy.Result.ToGerman();         // every step with its section
        var by = remedy.Version.ToString();         // fingerprint and versions of all data

        Assert.Equal(new LocalDate(2026, 4, 7), lastDay);
        Assert.Contains("§", why, StringComparison.Ordinal);
        Assert.StartsWith(remedy.Fingerprint, by, StringComparison.Ordinal);
    }

    private sealed class Intake(KrmSnapshot krm)
    {
        public string AnswerBy(string caseId, LocalDate received, string addressee)
        {
            var facts = new Dictionary<string, string?> { ["adressat"] = addressee };
            var plan = krm.Plan("harburg", caseId, received, facts);
            return $"{plan.Result.FindDuty("antwort")?.DueDate:uuuu-MM-dd} by {plan.Fingerprint}";
        }
    }
}
