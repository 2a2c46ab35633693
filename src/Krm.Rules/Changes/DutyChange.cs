using NodaTime;

namespace Krm.Rules.Changes;

/// <summary>How one duty of a case differs between two plans.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Duty">Identifier of the duty; empty where scope or priority of the case changed.</param>
/// <param name="OldDate">The due date before; <c>null</c> if there was none.</param>
/// <param name="NewDate">The due date after; <c>null</c> if there is none.</param>
/// <param name="OldText">Rule and role before, or the former scope or priority; empty if there was none.</param>
/// <param name="NewText">Rule and role after, or the new scope or priority; empty if there is none.</param>
public sealed record DutyChange(string CaseId, DutyChangeKind Kind, string Duty, LocalDate? OldDate, LocalDate? NewDate, string OldText, string NewText);
