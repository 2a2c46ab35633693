using Krm.Cli.Tables;
using Krm.Reporting;
using Krm.Rules;
using NodaTime;
using NodaTime.Text;

namespace Krm.Cli.Cases;

/// <summary>Writes a plan as rows, one a duty; a case without duties has one row that says why.</summary>
internal static class PlanRows
{
    public static IReadOnlyList<string> Columns { get; } =
        ["case_id", "applicable", "priority", "duty", "role", "due_date", "due_instant", "status", "rule", "reason", "title"];

    private const string Done = "done";
    private const string Late = "late";

    /// <summary>The column that says why the procedure applies to the case at all.</summary>
    public const string ScopeReasonColumn = "scope_reason";

    public static IReadOnlyList<Cell[]> Of(CasePlan plan, LocalDate? closed, LocalDate asOf)
    {
        if (plan.Duties.Count == 0)
        {
            return [[
                plan.CaseId, Cell.Flag(plan.IsApplicable), plan.Priority ?? string.Empty, "", "", "", "", "",
                plan.ScopeRule?.Id ?? string.Empty, plan.ScopeReason, "",
            ]];
        }

        var rows = new Cell[plan.Duties.Count][];
        for (var index = 0; index < rows.Length; index++)
        {
            rows[index] = Of(plan, plan.Duties[index], closed, asOf);
        }

        return rows;
    }

    /// <summary>The row of a case that could not be planned.</summary>
    public static Cell[] OfFailure(string caseId, int columnCount)
    {
        var cells = new Cell[columnCount];
        Array.Fill(cells, Cell.Empty);
        cells[0] = caseId;
        return cells;
    }

    private static Cell[] Of(CasePlan plan, Duty duty, LocalDate? closed, LocalDate asOf) =>
    [
        plan.CaseId,
        Cell.Flag(plan.IsApplicable),
        plan.Priority ?? string.Empty,
        duty.Id,
        duty.Role,
        duty.DueDate is { } date ? IsoDate.Format(date) : Cell.Empty,
        duty.DueInstant is { } instant ? InstantPattern.ExtendedIso.Format(instant) : Cell.Empty,
        StatusOf(plan, duty, closed, asOf),
        duty.RuleId,
        duty.Reason,
        duty.Title,
    ];

    /// <remarks>
    /// Closing a case answers the citizen, so its day counts for the duty that does; whether another duty was late
    /// tells only its own day.
    /// </remarks>
    private static string StatusOf(CasePlan plan, Duty duty, LocalDate? closed, LocalDate asOf)
    {
        if (DutyDays.DoneOn(plan, duty) is { } done && done <= asOf)
        {
            return done > duty.DueDate ? Late : Done;
        }

        if (closed is { } day && day <= asOf)
        {
            return day > duty.DueDate && duty == ReportCase.FinalDutyOf(plan) ? Late : Done;
        }

        return asOf > duty.DueDate ? "overdue" : "open";
    }
}
