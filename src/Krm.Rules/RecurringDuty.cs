using Krm.Rules.Parameters;
using Krm.Rules.Sources;
using NodaTime;

namespace Krm.Rules;

/// <summary>A duty that comes back with the calendar rather than with a case (wiederkehrende Pflicht), such as a yearly report.</summary>
/// <param name="Id">Identifier, unique in the rule set.</param>
/// <param name="Title">German title.</param>
/// <param name="Role">Who has to do it.</param>
/// <param name="Months">Months from one occurrence to the next, 1 to 120.</param>
/// <param name="FirstDue">The first due date.</param>
/// <param name="Status">How well founded interval and first date are.</param>
/// <param name="Citation">The place the duty comes from.</param>
public sealed record RecurringDuty(
    string Id, string Title, string Role, int Months, LocalDate FirstDue, ParameterStatus Status, Citation Citation)
{
    /// <summary>The due dates from <paramref name="from"/> to <paramref name="to"/>, both inclusive, ascending.</summary>
    /// <remarks>Counted from the first date, so that the end of a month is not lost in a short one.</remarks>
    public IEnumerable<LocalDate> DueDates(LocalDate from, LocalDate to)
    {
        for (var count = 0; ; count++)
        {
            var due = FirstDue.PlusMonths(count * Months);
            if (due > to)
            {
                yield break;
            }

            if (due >= from)
            {
                yield return due;
            }
        }
    }
}
