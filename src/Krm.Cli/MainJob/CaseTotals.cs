namespace Krm.Cli.MainJob;

/// <summary>Counts of what was done, for the summary.</summary>
internal sealed class CaseTotals
{
    public long Cases { get; private set; }

    public long Failed { get; private set; }

    public long Applicable { get; private set; }

    public long Duties { get; private set; }

    public long Classified { get; private set; }

    public long Abstained { get; private set; }

    public void Add(CaseResult result)
    {
        Cases++;
        Failed += result.Error is null ? 0 : 1;
        Applicable += result.Plan is { IsApplicable: true } ? 1 : 0;
        Duties += result.Plan?.Duties.Count ?? 0;
        Classified += result.Prediction is { IsAbstained: false } ? 1 : 0;
        Abstained += result.Prediction is { IsAbstained: true } ? 1 : 0;
    }
}
