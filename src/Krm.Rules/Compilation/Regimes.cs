using Krm.Calendar.Deadlines;

namespace Krm.Rules.Compilation;

/// <summary>The names of the laws by which periods are computed, as <c>krm deadline</c> writes them.</summary>
internal static class Regimes
{
    public static readonly IReadOnlyDictionary<string, DeadlineRegime> ByName = new Dictionary<string, DeadlineRegime>(StringComparer.Ordinal)
    {
        ["service"] = DeadlineRegime.Service,
        ["BGB"] = DeadlineRegime.Bgb,
        ["VwVfG"] = DeadlineRegime.VwVfG,
        ["SGBX"] = DeadlineRegime.SgbX,
        ["AO"] = DeadlineRegime.Ao,
        ["ZPO"] = DeadlineRegime.Zpo,
        ["VwGO"] = DeadlineRegime.VwGO,
        ["SGG"] = DeadlineRegime.Sgg,
        ["FGO"] = DeadlineRegime.Fgo,
        ["VwZG"] = DeadlineRegime.VwZG,
        ["OZG"] = DeadlineRegime.Ozg,
        ["EU1182"] = DeadlineRegime.EU1182,
    };

    /// <summary>Whether periods of the regime can stand still: an authority's own targets and those of the BGB, no other law knows it.</summary>
    public static bool CanPause(string name) => Parse(name) is DeadlineRegime.Service or DeadlineRegime.Bgb;

    public static DeadlineRegime Parse(string name) => ByName[name];
}
