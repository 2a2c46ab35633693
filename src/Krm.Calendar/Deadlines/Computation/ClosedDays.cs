using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>The days of a specification that do not count for a service target: closures of the office.</summary>
internal static class ClosedDays
{
    public static bool Contains(DeadlineSpec spec, LocalDate day)
    {
        IReadOnlyList<LocalDate> closures = spec.Closures;
        for (int i = 0; i < closures.Count; i++)
        {
            if (closures[i] == day)
            {
                return true;
            }
        }

        return false;
    }
}
