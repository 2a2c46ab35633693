using Krm.Rules.NRules.Translation;

namespace Krm.Rules.NRules.Facts;

/// <summary>A case while one table is applied to it: the only fact the rules of that table match on.</summary>
/// <remarks>
/// It carries facts and earlier results together, so that no rule joins two facts. It leaves the session when the table is
/// done; activations that the hit policy does not want go with it.
/// </remarks>
internal sealed class CaseAtTable
{
    public CaseAtTable(CaseInProgress progress, TableStep step)
    {
        Progress = progress;
        Step = step;
        WithoutMatch = step.NotesMissingMatch ? new CaseWithoutMatch(this) : null;
    }

    public CaseInProgress Progress { get; }

    public TableStep Step { get; }

    /// <summary>In the session as long as no rule of the table has fired; <c>null</c> where nobody asks.</summary>
    public CaseWithoutMatch? WithoutMatch { get; }

    /// <summary>Rules of this table that fired, in the order NRules fired them.</summary>
    public List<int> Fired { get; } = [];

    /// <summary>The value of a fact or of an earlier table's result.</summary>
    public long Code(int fact) => Progress.Codes[fact];
}
