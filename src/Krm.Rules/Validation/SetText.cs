using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Validation;

/// <summary>Sets of values in German words.</summary>
internal static class SetText
{
    private const int MostItems = 6;

    public static string Describe(FactDeclaration fact, ValueSet set)
    {
        if (set.IsEmpty)
        {
            return "kein Wert";
        }

        if (fact.Type == FactType.Text && set.Contains(0))
        {
            return DescribeOpen(fact, set);
        }

        var items = new List<string>();
        for (var index = 0; index < set.RangeCount; index++)
        {
            var (from, to) = set.GetRange(index);
            if (fact.Type is FactType.Number or FactType.Date && from != to)
            {
                items.Add(Range(fact, from, to));
                continue;
            }

            for (var code = from; code <= to && items.Count <= MostItems; code++)
            {
                items.Add(FactTexts.Format(fact, code));
            }
        }

        if (set.IncludesMissing)
        {
            items.Add(FactTexts.Format(fact, FactValue.MissingCode));
        }

        return items.Count > MostItems ? string.Join(", ", items.Take(MostItems)) + " …" : German.Or(items);
    }

    private static string DescribeOpen(FactDeclaration fact, ValueSet set)
    {
        var excluded = set.ComplementIn(fact.Domain);
        return excluded.RangeCount > 0 ? "nicht " + Describe(fact, excluded) : set.IncludesMissing ? "beliebig" : "vorhanden";
    }

    private static string Range(FactDeclaration fact, long from, long to)
    {
        var (first, last) = fact.Domain.GetRange(0);
        return (from > first, to < last) switch
        {
            (true, true) => $"{FactTexts.Format(fact, from)} bis {FactTexts.Format(fact, to)}",
            (true, false) => $"ab {FactTexts.Format(fact, from)}",
            (false, true) => $"bis {FactTexts.Format(fact, to)}",
            _ => "beliebig",
        };
    }
}
