using System.Globalization;
using Krm.Calendar.Deadlines;
using NodaTime;
using NodaTime.Text;

namespace Krm.Specs.Deadlines;

/// <summary>Runs every row of every table in this folder.</summary>
public sealed class DeadlineSpecTests
{
    private const string Refused = "abgelehnt";
    private const string Open = "offen";
    private const int LeastRows = 250;

    private static readonly DeadlineCalculator Calculator = new();

    private static readonly Dictionary<string, SpecRow> Rows = SpecTable.ReadAll().ToDictionary(row => row.Id);

    private static readonly string[] Weekdays = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];

    public static TheoryData<string> Ids => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Calculate_RowOfTheTables_GivesWhatTheLawSays(string id)
    {
        SpecRow row = Rows[id];
        if (row["Ende"] == Refused)
        {
            DeadlineSpecException refusal = Assert.Throws<DeadlineSpecException>(() => Calculator.Calculate(row.ToSpec()));
            Assert.NotEmpty(refusal.Problems);
            return;
        }

        Deadline deadline = Calculator.Calculate(row.ToSpec());

        Assert.Equal(row["Ende"], End(deadline));
        Assert.Equal(row["Bekanntgabe"], deadline.DeemedDay is { } deemed && row["Bekanntgabe"].Length > 0 ? Iso(deemed) : "");
        Assert.Equal(row["Tag"], row["Ende"] == Open ? "" : Weekdays[(int)LocalDatePattern.Iso.Parse(row["Ende"][..10]).Value.DayOfWeek - 1]);
        if (row["Verlässlichkeit"].Length > 0)
        {
            Assert.Equal(row["Verlässlichkeit"], Word(deadline.Confidence));
        }

        foreach (string other in row["Auch möglich"].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Contains(other, deadline.Alternatives.Select(alternative => Iso(alternative.LastDay)));
        }

        AssertConsistent(deadline);
    }

    [Fact]
    public void Tables_Together_HoldEnoughRows() => Assert.True(Rows.Count >= LeastRows, $"{Rows.Count} rows");

    // What goes for every deadline, whatever its row is about.
    private static void AssertConsistent(Deadline deadline)
    {
        Assert.Equal(deadline.LastDay, Calculator.GetLastDay(deadline.Spec));
        Assert.Equal(deadline.LastDay, deadline.Steps[^1].After);
        Assert.Equal(DeadlineStepKind.Result, deadline.Steps[^1].Kind);
        Assert.All(deadline.Steps, step => Assert.NotEmpty(step.Section));
        DeadlineReplay replay = Calculator.Replay(deadline.ToJson());
        Assert.True(replay.HasSameLastDay && replay.HasSameFingerprint);
        Assert.Equal(deadline.Spec, replay.Recomputed.Spec);
        Assert.Equal(deadline.ToGerman(), replay.Recomputed.ToGerman());
    }

    private static string End(Deadline deadline)
    {
        if (deadline.IsOpen)
        {
            return Open;
        }

        return deadline.Spec.Period is { Unit: DeadlineUnit.Hours } && deadline.EndTime is { } time
            ? time.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
            : Iso(deadline.LastDay!.Value);
    }

    private static string Word(DeadlineConfidence confidence) => confidence switch
    {
        DeadlineConfidence.High => "hoch",
        DeadlineConfidence.Medium => "mittel",
        _ => "niedrig",
    };

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
