using Krm.Rules.NRules.Translation;

namespace Krm.Rules.NRules.Facts;

/// <summary>Says that no rule of a table has fired yet for a case: what the row "otherwise" matches on.</summary>
internal sealed class CaseWithoutMatch(CaseAtTable item)
{
    public CaseAtTable Case { get; } = item;

    public TableStep Step => Case.Step;
}
