using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using CaseDesk.Tests.Hosting;
using Krm.Calendar.Holidays;
using Krm.Rules;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using Xunit.Abstractions;

namespace CaseDesk.Tests.Storage;

/// <summary>Two hundred requests a second, a power cut in the middle: nothing is lost, nothing is doubled, no date moves.</summary>
/// <remarks><c>KRM_LOAD_SECONDS=60</c> makes the run as long as the promise; every day it takes some seconds.</remarks>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int RequestsASecond = 200;
    private static readonly int Seconds = int.Parse(Environment.GetEnvironmentVariable("KRM_LOAD_SECONDS") ?? "6", CultureInfo.InvariantCulture);

    private readonly ConcurrentDictionary<string, LocalDate> _acknowledged = new();
    private readonly ConcurrentDictionary<string, LocalDate> _unanswered = new();
    private long _answered;
    private long _refused;
    private long _failedWhileUp;

    [Fact]
    public async Task Desk_KilledWhileWriting_LosesAndDoublesNothing()
    {
        using var folder = new TemporaryFolder();
        var connection = $"Data Source={folder.File("desk.db")}";
        var first = await DeskProcess.StartAsync(connection);
        await LoadAsync(first, Seconds / 2, killsAtEnd: true);
        first.Dispose();

        using var second = await DeskProcess.StartAsync(connection);
        await ResendAsync(second);
        await LoadAsync(second, Seconds - (Seconds / 2), killsAtEnd: false);

        var stored = Read(connection);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_answered} answered, {_refused} refused, {_failedWhileUp} failed while the server was up, {_unanswered.Count} sent again after the kill, {stored.Count} cases stored"));
        Assert.Equal(0, _failedWhileUp);
        Assert.Equal(0, _refused);
        Assert.True(_answered > Seconds * RequestsASecond / 4, $"only {_answered} requests were answered");
        Assert.Equal(_acknowledged.Keys.Order(StringComparer.Ordinal), stored.Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(number => (long)number), stored.Select(one => one.Number));
        Assert.All(stored, one => Assert.Equal(NextDue(_acknowledged[one.Id]), one.Due));
    }

    /// <summary>A third of the requests write.</summary>
    private async Task LoadAsync(DeskProcess desk, int seconds, bool killsAtEnd)
    {
        using var client = desk.CreateClient();
        await client.EnterAsync(DeskClient.NewId(), ("Form.Text", ""));
        var requests = new List<Task>();
        var clock = Stopwatch.StartNew();
        var isUp = true;
        for (var sent = 0; clock.Elapsed.TotalSeconds < seconds; sent++)
        {
            var wait = (sent / (double)RequestsASecond) - clock.Elapsed.TotalSeconds;
            if (wait > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(wait));
            }

            requests.Add(sent % 3 == 0 ? WriteAsync(client, DeskClient.NewId(), DayOf(sent), () => isUp) : LookAsync(client, sent, () => isUp));
        }

        if (killsAtEnd)
        {
            isUp = false;
            desk.Kill();
        }

        await Task.WhenAll(requests);
    }

    /// <summary>What was under way when the power went is sent again, as a clerk would send it.</summary>
    private async Task ResendAsync(DeskProcess desk)
    {
        using var client = desk.CreateClient();
        foreach (var (id, received) in _unanswered)
        {
            await WriteAsync(client, id, received, () => true);
        }
    }

    private async Task WriteAsync(DeskClient client, string id, LocalDate received, Func<bool> isUp)
    {
        try
        {
            using var response = await client.EnterAsync(id, ("Form.Received", LocalDatePattern.Iso.Format(received)));
            Count(response.StatusCode == HttpStatusCode.Redirect);
            if (response.StatusCode == HttpStatusCode.Redirect)
            {
                _acknowledged.TryAdd(id, received);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            _unanswered.TryAdd(id, received);
            Interlocked.Add(ref _failedWhileUp, isUp() ? 1 : 0);
        }
    }

    private async Task LookAsync(DeskClient client, int number, Func<bool> isUp)
    {
        try
        {
            using var response = await client.GetAsync((number % 4) switch { 0 => "/vorgaenge/neu", 1 => "/health", _ => "/" });
            Count(response.IsSuccessStatusCode);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            Interlocked.Add(ref _failedWhileUp, isUp() ? 1 : 0);
        }
    }

    private void Count(bool isGood)
    {
        Interlocked.Increment(ref _answered);
        Interlocked.Add(ref _refused, isGood ? 0 : 1);
    }

    private static LocalDate DayOf(int number) => new LocalDate(2026, 1, 5).PlusDays(number % 200);

    private static LocalDate? NextDue(LocalDate received)
    {
        var rules = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var plan = rules.Evaluate(CaseFacts.Create(rules.RuleSet, "x", received, new Dictionary<string, string?>()));
        return plan.Duties.Min(duty => duty.DueDate);
    }

    private static List<(string Id, long Number, LocalDate? Due)> Read(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, number, next_due FROM cases ORDER BY number";
        using var reader = command.ExecuteReader();
        var rows = new List<(string, long, LocalDate?)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetInt64(1), LocalDatePattern.Iso.Parse(reader.GetString(2)).Value));
        }

        return rows;
    }
}
