using Krm.Calendar.Deadlines;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.Documentation;

/// <summary>The example of docs/deadlines.md: what stands there must stand here, compile and be true.</summary>
public sealed class DeadlineExamples
{
    [Fact]
    public void Calculate_LetterPostedInBerlin_IsTheExampleOfThePage()
    {
        var calculator = new DeadlineCalculator();
        var spec = new DeadlineSpec(DeadlineRegime.VwVfG, new LocalDate(2026, 6, 9), Bundesland.Berlin, DeadlinePeriod.Parse("P1M"))
        {
            Kind = DeadlineEventKind.Posted,
        };
        Deadline deadline = calculator.Calculate(spec);

        LocalDate? received = deadline.DeemedDay;             // Saturday 13 June 2026: the fourth day stays
        LocalDate? lastDay = deadline.LastDay;                // Monday 13 July 2026
        Instant? end = deadline.EndInstant;                   // 13 July 24:00 in Germany, exclusive
        LocalDate other = deadline.Alternatives[0].LastDay;   // 15 July, if the day of receipt moved (contested)
        string forTheFile = deadline.ToGerman();

        Assert.Equal(new LocalDate(2026, 6, 13), received);
        Assert.Equal(new LocalDate(2026, 7, 13), lastDay);
        Assert.Equal(Instant.FromUtc(2026, 7, 13, 22, 0), end);
        Assert.Equal(new LocalDate(2026, 7, 15), other);
        Assert.StartsWith("Fristberechnung: Aufgabe zur Post am 09.06.2026 (Dienstag)", forTheFile, StringComparison.Ordinal);
    }
}
