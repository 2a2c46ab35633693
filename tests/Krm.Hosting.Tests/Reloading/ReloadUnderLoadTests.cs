using System.Collections.Concurrent;
using System.Globalization;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Holidays;
using Krm.Hosting.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Krm.Hosting.Tests.Reloading;

/// <summary>Requests go on while files are replaced a hundred times, every second time by broken ones.</summary>
public sealed class ReloadUnderLoadTests
{
    private const int Reloads = 100;
    private const int Requesters = 3;
    private static readonly LocalDate Received = new(2026, 3, 2);
    private static readonly Dictionary<string, string?> Facts = new() { ["adressat"] = "Bezirksamtsleitung" };

    // Its plain end, 2 April, is the host's holiday in every second version.
    private static readonly DeadlineSpec Remedy = new(DeadlineRegime.SgbX, Received, Bundesland.Hamburg, DeadlinePeriod.Parse("P1M"));

    [Fact]
    public async Task Reload_HundredTimesHalfOfThemBroken_NoRequestFailsAndEveryDecisionNamesAValidVersion()
    {
        using var folder = new OfficeFolder();
        WriteGood(folder, 0);
        folder.WriteModel();
        using var host = new OfficeHost(options =>
        {
            options.Land = "HH";
            options.RuleSets.Add(folder.RuleSetFile);
            options.HolidaysFile = folder.HolidaysFile;
            options.ModelFile = folder.ModelFile;
        });
        var valid = new Dictionary<string, Answer>(StringComparer.Ordinal);
        Note(host, valid);
        var seen = new ConcurrentDictionary<Answer, int>();
        using var stop = new CancellationTokenSource();
        var counts = new int[Requesters];
        var requests = Enumerable.Range(0, Requesters).Select(index => Task.Factory.StartNew(
            () => Request(host, seen, ref counts[index], stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        AwaitAnswers(counts);

        for (var reload = 1; reload <= Reloads; reload++)
        {
            if (reload % 2 == 0)
            {
                WriteGood(folder, reload);
                host.PassTwoIntervals();
                Note(host, valid);
                Assert.True(host.Provider.GetStatus().IsCurrent);
            }
            else
            {
                WriteBroken(folder, reload);
                host.PassTwoIntervals();
                Assert.False(host.Provider.GetStatus().IsCurrent);
            }

            AwaitAnswers(counts);
        }

        await stop.CancelAsync();
        await Task.WhenAll(requests);

        Assert.Equal((Reloads / 2) + 1, valid.Count);
        Assert.All(counts, count => Assert.True(count > Reloads, $"only {count} requests"));
        Assert.All(seen.Keys, answer => Assert.Equal(valid[answer.Fingerprint], answer));
        foreach (var eventId in new[] { 10, 11, 12 })
        {
            var logged = host.Log.Lines.Where(line => line.Event == eventId).ToArray();
            Assert.Equal(counts.Sum(), logged.Length);
            Assert.All(logged.Select(line => (string)line.Values["Fingerprint"]!).Distinct(), fingerprint => Assert.Contains(fingerprint, valid.Keys));
        }

        Assert.Equal(Reloads / 2, host.Log.Lines.Count(line => line.Event == 3));
        Assert.Equal(Reloads / 2, host.Log.Lines.Count(line => line.Event == 2));
    }

    /// <summary>Lets every requester answer once more, so that none sleeps through a version however fast the files change.</summary>
    private static void AwaitAnswers(int[] counts)
    {
        var before = (int[])counts.Clone();
        Assert.True(
            SpinWait.SpinUntil(() => Enumerable.Range(0, Requesters).All(index => Volatile.Read(ref counts[index]) > before[index]), TimeSpan.FromMinutes(1)),
            "A requester has stopped.");
    }

    /// <summary>What a request answers; the version of one part and the outcome of another show a torn read.</summary>
    private static void Request(OfficeHost host, ConcurrentDictionary<Answer, int> seen, ref int count, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var request = host.Services.CreateScope();
            var krm = request.ServiceProvider.GetRequiredService<KrmSnapshot>();
            var plan = krm.Plan("office", "1", Received, Facts);
            var deadline = krm.CalculateDeadline(Remedy);
            var prediction = krm.Classify("Die Laterne ist dunkel");
            Assert.Equal((plan.Fingerprint, plan.Fingerprint), (deadline.Fingerprint, prediction.Fingerprint));
            seen.AddOrUpdate(
                new Answer(plan.Fingerprint, plan.Result.RuleSet.Version, deadline.Result.LastDay, prediction.Result.Category), 1, (_, times) => times + 1);
            Interlocked.Increment(ref count);
        }
    }

    private static void Note(OfficeHost host, Dictionary<string, Answer> valid)
    {
        var krm = host.Provider.Current;
        var ruleSet = Assert.Single(krm.Version.Parts, part => part.Kind == KrmPartKind.RuleSet);
        var number = int.Parse(ruleSet.Version.Split('.')[2], CultureInfo.InvariantCulture);
        valid.Add(krm.Version.Fingerprint, new Answer(krm.Version.Fingerprint, ruleSet.Version, ExpectedEnd(number), "Beleuchtung"));
    }

    // Good Friday to Easter Monday follow the host's holiday of 2 April.
    private static LocalDate ExpectedEnd(int number) => number % 4 == 0 ? new LocalDate(2026, 4, 7) : new LocalDate(2026, 4, 2);

    private static void WriteGood(OfficeFolder folder, int number)
    {
        folder.Write(folder.RuleSetFile, OfficeFolder.RuleSet($"1.0.{number}"));
        folder.Write(folder.HolidaysFile, OfficeFolder.Holiday(number % 4 == 0 ? "2026-04-02" : "2026-08-05", $"haus-{number}"));
        folder.WriteModel();
    }

    private static void WriteBroken(OfficeFolder folder, int number)
    {
        switch (number % 10)
        {
            case 1:
                folder.Write(folder.RuleSetFile, "{ \"format\": 1, ");
                break;
            case 3:
                File.WriteAllText(folder.HolidaysFile, OfficeFolder.Holiday("2026-02-30"));
                break;
            case 5:
                File.WriteAllBytes(folder.ModelFile, [1, 2, 3, (byte)number]);
                break;
            case 7:
                File.Delete(folder.RuleSetFile);
                break;
            default:
                folder.Write(folder.RuleSetFile, OfficeFolder.RuleSet($"1.0.{number}")[..(1000 + number)]);
                folder.Write(folder.HolidaysFile, "");
                break;
        }
    }

    private sealed record Answer(string Fingerprint, string RuleSetVersion, LocalDate? LastDay, string Category);
}
