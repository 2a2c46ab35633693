namespace Krm.Rules.Compilation;

/// <summary>Duties and notices for which more than one table has rules.</summary>
/// <remarks>A plan has each of them at most once, so that two such rules must not fire for the same case.</remarks>
internal static class SharedKeys
{
    public static HashSet<(TableKind Kind, string Key)> Of(RuleSet ruleSet)
    {
        var tables = ruleSet.Tables.SelectMany(table => (table.Otherwise is { } otherwise ? table.Rules.Append(otherwise) : table.Rules)
            .Select(rule => rule.Then.Key).OfType<string>().Distinct(StringComparer.Ordinal).Select(key => (table.Kind, key)));
        return [.. tables.GroupBy(entry => entry).Where(group => group.Count() > 1).Select(group => group.Key)];
    }
}
