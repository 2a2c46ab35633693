using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>Collects the steps of one computation; where no steps are asked for, there is none of it.</summary>
internal sealed class StepLog
{
    private const int UsualSteps = 8;

    private readonly List<DeadlineStep> _steps = new(UsualSteps);

    public DeadlineStep[] ToArray() => [.. _steps];

    public void Add(DeadlineStepKind kind, string section, LocalDate? before, LocalDate? after, string detail = "") =>
        _steps.Add(new DeadlineStep(kind, section, before, after, detail));
}
