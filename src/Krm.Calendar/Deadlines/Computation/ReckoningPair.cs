using Krm.Calendar.Deadlines.Policies;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>The results without and with the municipal holidays that the data cannot decide; one result where nothing is doubtful.</summary>
/// <param name="Result">The result: the one policy asks for, or the earlier of both.</param>
/// <param name="Other">The later result where the two differ, else null.</param>
/// <param name="IsKept">Whether <paramref name="Result"/> takes the doubtful holidays as kept.</param>
internal readonly record struct ReckoningPair(ReckoningResult Result, ReckoningResult? Other, bool IsKept)
{
    public static ReckoningPair Run(DeadlineCalculator calculator, DeadlineSpec spec, LocalDate eventDay)
    {
        MunicipalHolidays policy = spec.Policies.MunicipalHolidays;
        if (policy == MunicipalHolidays.Kept)
        {
            return new ReckoningPair(DeadlineReckoning.Run(calculator.Prepare(spec, eventDay, true)), null, true);
        }

        ReckoningInput plain = calculator.Prepare(spec, eventDay, false);
        ReckoningResult without = DeadlineReckoning.Run(plain);
        if (policy == MunicipalHolidays.NotKept || without.IsOpen || !plain.HasDoubtfulDays)
        {
            return new ReckoningPair(without, null, false);
        }

        ReckoningResult with = DeadlineReckoning.Run(calculator.Prepare(spec, eventDay, true));
        if (with.LastDay == without.LastDay && with.EndInstant == without.EndInstant)
        {
            return new ReckoningPair(without, null, false);
        }

        if (policy == MunicipalHolidays.Require)
        {
            throw new DeadlineSpecException([new DeadlineProblem($"Das Ergebnis hängt von der Gemeinde ab ({without.LastDay:dd.MM.uuuu} oder {with.LastDay:dd.MM.uuuu}); nötig ist ihr Schlüssel (AGS).", $"The result depends on the municipality ({without.LastDay:uuuu-MM-dd} or {with.LastDay:uuuu-MM-dd}); needed is its key (AGS).")]);
        }

        bool isKeptEarlier = with.LastDay < without.LastDay || (with.EndInstant < without.EndInstant);
        return isKeptEarlier ? new ReckoningPair(with, without, true) : new ReckoningPair(without, with, false);
    }
}
