using Krm.Cli.Cases;
using Krm.Cli.Tables;
using Krm.Reporting;
using Krm.Rules;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>Writes which step a case waits for and which promises were kept: of the duties whose days the backlog knows.</summary>
/// <param name="duties">Their ids.</param>
/// <param name="asOf">The day that is looked at.</param>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class PromiseCells(IReadOnlyCollection<string> duties, LocalDate asOf)
{
    public const string PendingStep = "pending_step";
    public const string Kept = "promises_kept";
    public const string Broken = "promises_broken";

    /// <summary>Separates ids of duties in a cell.</summary>
    public const char Separator = ';';

    /// <summary>The columns; none where no day of a duty is known.</summary>
    public IReadOnlyList<string> Columns => duties.Count == 0 ? [] : [PendingStep, Kept, Broken];

    /// <summary>The cells of a case; empty ones where it could not be planned.</summary>
    public Cell[] Of(CasePlan? plan, LocalDate? closed)
    {
        if (duties.Count == 0)
        {
            return [];
        }

        if (plan is null)
        {
            return [Cell.Empty, Cell.Empty, Cell.Empty];
        }

        var closedBy = closed <= asOf ? closed : null;
        var known = plan.Duties
            .Where(duty => duties.Contains(duty.Id))
            .Select(duty => (duty.Id, duty.DueDate, Done: DoneOn(plan, duty, closedBy), Result: ResultOf(plan, duty, closedBy)))
            .ToList();
        var pending = closedBy is null
            ? known.Where(duty => duty.Done is null).OrderBy(duty => duty.DueDate).Select(duty => duty.Id).FirstOrDefault()
            : null;
        return [pending ?? string.Empty, Join(true), Join(false)];

        string Join(bool isKept) => string.Join(Separator, known.Where(duty => duty.Result == isKept).Select(duty => duty.Id));
    }

    private bool? ResultOf(CasePlan plan, Duty duty, LocalDate? closed) =>
        PromiseResult.Of(duty, DoneOn(plan, duty, closed), asOf).IsKept;

    private LocalDate? DoneOn(CasePlan plan, Duty duty, LocalDate? closed)
    {
        var done = DutyDays.DoneOn(plan, duty);
        return done <= asOf ? done : duty == ReportCase.FinalDutyOf(plan) ? closed : null;
    }
}
