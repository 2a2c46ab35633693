using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>Extension of a period (§ 190 BGB): from its shifted or unshifted end, or to a named day.</summary>
internal static class ExtensionReckoning
{
    public static ReckoningResult Extend(in ReckoningInput input, in ReckoningResult first, DeadlineExtension extension)
    {
        Doubts doubts = first.Doubts;
        string section = input.Rules.Section(RuleTopic.Extension);
        if (first.EndInstant is { } end)
        {
            return ByHours(input, first, end, extension.Period!.Value.Count);
        }

        if (extension.Day is { } day)
        {
            if (day < first.RawEnd)
            {
                throw new DeadlineSpecException(
                    [new DeadlineProblem($"Die Verlängerung endet am {day:dd.MM.uuuu}, vor der Frist, die sie verlängert ({first.RawEnd:dd.MM.uuuu}); nötig ist ein späterer Tag.", $"The extension ends on {day:uuuu-MM-dd}, before the period it extends ({first.RawEnd:uuuu-MM-dd}); needed is a later day.")]);
            }

            input.Log?.Add(DeadlineStepKind.Extended, section, first.LastDay, day, "bestimmter Tag");
            LocalDate named = EndShifting.Shift(input, day, EndShifting.ShiftOf(input, true), true, ref doubts);
            return first with { RawEnd = day, LastDay = named, Doubts = doubts };
        }

        DeadlinePeriod period = extension.Period!.Value;
        bool isShifted = input.Policies.ExtensionOrigin == ExtensionOrigin.ShiftedEnd;
        LocalDate origin = isShifted ? first.LastDay : first.RawEnd;
        doubts |= isShifted || first.LastDay == first.RawEnd ? Doubts.None : Doubts.UnshiftedExtension;
        LocalDate extended = PeriodArithmetic.EndOf(input, origin, period, false);
        input.Log?.Add(DeadlineStepKind.Extended, isShifted ? $"{section} (BGH 14.12.2005 IX ZB 198/04)" : $"{section} (OLG Rostock 3 U 151/03)", origin, extended, EventWords.Of(period));
        LocalDate raw = StandstillReckoning.Extend(input, origin.PlusDays(1), extended, period.Unit, out bool isOpen);
        LocalDate last = isOpen ? raw : EndShifting.Shift(input, raw, EndShifting.ShiftOf(input, false), false, ref doubts);
        return first with { RawEnd = raw, LastDay = last, IsOpen = isOpen, Doubts = doubts };
    }

    private static ReckoningResult ByHours(in ReckoningInput input, in ReckoningResult first, Instant end, int hours)
    {
        LocalDateTime local = BerlinTime.LocalAt(end);
        ReckoningInput further = input with { EventDay = local.Date, Spec = input.Spec with { EventDay = local.Date, EventTime = local.TimeOfDay } };
        ReckoningResult result = HourReckoning.Run(further, hours);
        input.Log?.Add(DeadlineStepKind.Extended, input.Rules.Section(RuleTopic.Extension), first.LastDay, result.LastDay, $"um {hours} Stunden");
        return result with { Doubts = result.Doubts | first.Doubts };
    }
}
