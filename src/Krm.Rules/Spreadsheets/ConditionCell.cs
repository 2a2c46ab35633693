using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using NodaTime.Text;

namespace Krm.Rules.Spreadsheets;

/// <summary>
/// One condition as the text of a cell: <c>Brief | Fax</c>, <c>!Brief</c>, <c>5..10</c>, <c>5..</c>, <c>..10</c>,
/// <c>(fehlt)</c>, <c>(vorhanden)</c>; empty for any value.
/// </summary>
internal static class ConditionCell
{
    private const string MissingWord = "(fehlt)";
    private const string PresentWord = "(vorhanden)";
    private static readonly LocalDatePattern GermanDate = LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu");

    public static string Format(FactDeclaration fact, ValueSet set)
    {
        if (fact.Type == FactType.Text && set.Contains(0))
        {
            var excluded = set.ComplementIn(fact.Domain);
            return excluded.RangeCount > 0 ? "!" + Format(fact, excluded) : set.IncludesMissing ? "" : PresentWord;
        }

        var items = new List<string>();
        for (var index = 0; index < set.RangeCount; index++)
        {
            var (from, to) = set.GetRange(index);
            if (fact.Type is FactType.Number or FactType.Date && from != to)
            {
                var (first, last) = fact.Domain.GetRange(0);
                items.Add(from == first && to == last
                    ? PresentWord
                    : (from > first ? FactTexts.ToData(fact, from) : "") + ".." + (to < last ? FactTexts.ToData(fact, to) : ""));
                continue;
            }

            for (var code = from; code <= to; code++)
            {
                items.Add(Quote(fact.Type == FactType.YesNo ? (code == 1 ? "ja" : "nein") : FactTexts.ToData(fact, code)));
            }
        }

        if (set.IncludesMissing)
        {
            items.Add(MissingWord);
        }

        return string.Join(" | ", items);
    }

    /// <summary>The condition as the rule set format writes it; whether its values are allowed is found when that is read.</summary>
    public static JsonNode Parse(FactDeclaration fact, string cell)
    {
        var text = cell.Trim();
        if (text.Length > 0 && text[0] == '!')
        {
            return new JsonObject { ["not"] = Parse(fact, text.Substring(1)) };
        }

        var items = Split(text).Select(item => ParseItem(fact, item.Text, item.IsQuoted)).ToArray();
        return items.Length == 1 ? items[0] : new JsonArray(items);
    }

    /// <summary>The items between bars; a bar inside quotation marks belongs to its item.</summary>
    public static IEnumerable<(string Text, bool IsQuoted)> Split(string text)
    {
        var item = new StringBuilder();
        var (inQuotes, wasQuoted) = (false, false);
        foreach (var character in text)
        {
            if (character == '"')
            {
                (inQuotes, wasQuoted) = (!inQuotes, true);
            }
            else if (character == '|' && !inQuotes)
            {
                yield return (wasQuoted ? item.ToString() : item.ToString().Trim(), wasQuoted);
                item.Clear();
                wasQuoted = false;
            }
            else if (!wasQuoted || inQuotes)
            {
                item.Append(character);
            }
        }

        yield return (wasQuoted ? item.ToString() : item.ToString().Trim(), wasQuoted);
    }

    private static JsonNode ParseItem(FactDeclaration fact, string item, bool isQuoted)
    {
        if (isQuoted)
        {
            return JsonValue.Create(item)!;
        }

        if (item is MissingWord or PresentWord)
        {
            return new JsonObject { ["present"] = item == PresentWord };
        }

        var dots = item.IndexOf("..", StringComparison.Ordinal);
        if (fact.Type is not (FactType.Number or FactType.Date) || dots < 0)
        {
            return Value(fact, item);
        }

        var range = new JsonObject();
        if (dots > 0)
        {
            range["from"] = Value(fact, item.Substring(0, dots).Trim());
        }

        if (dots + 2 < item.Length)
        {
            range["to"] = Value(fact, item.Substring(dots + 2).Trim());
        }

        return range;
    }

    /// <summary>A date as the rule set format writes it; whatever is no German date stays as it is.</summary>
    public static string IsoDate(string text) => GermanDate.Parse(text) is { Success: true } date ? LocalDatePattern.Iso.Format(date.Value) : text;

    /// <summary>Spreadsheets write numbers and dates in German; the rule set format does not.</summary>
    private static JsonValue Value(FactDeclaration fact, string text)
    {
        if (fact.Type == FactType.Date)
        {
            return JsonValue.Create(IsoDate(text))!;
        }

        return fact.Type == FactType.Number && decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text)!;
    }

    private static string Quote(string text) =>
        text.IndexOfAny(['|', '!', '"']) >= 0 || text.Contains("..") || text.Trim() != text || text is MissingWord or PresentWord ? "\"" + text + "\"" : text;
}
