namespace Krm.Rules.NRules.Facts;

/// <summary>What is known of a case on its way through the tables.</summary>
internal sealed class CaseInProgress(CaseToDecide item, long[] codes)
{
    public CaseToDecide Case { get; } = item;

    /// <summary>Facts, then results of tables; a result is written before the tables that ask about it are reached.</summary>
    public long[] Codes { get; } = codes;

    /// <summary>Rules that fired in the tables done so far.</summary>
    public List<int> Fired { get; } = [];
}
