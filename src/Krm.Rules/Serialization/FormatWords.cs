using Krm.Rules.Facts;
using Krm.Rules.Parameters;

namespace Krm.Rules.Serialization;

/// <summary>The words of the rule set format.</summary>
internal static class FormatWords
{
    public const int FormatVersion = 1;

    public const string All = "all";
    public const string Any = "any";
    public const string Not = "not";

    /// <summary>Names that facts and tables cannot have.</summary>
    public static readonly string[] Reserved = [All, Any, Not, FactDeclaration.ReceivedName];

    public static readonly IReadOnlyDictionary<string, FactType> FactTypes = new Dictionary<string, FactType>(StringComparer.Ordinal)
    {
        ["yesNo"] = FactType.YesNo,
        ["choice"] = FactType.Choice,
        ["number"] = FactType.Number,
        ["date"] = FactType.Date,
        ["text"] = FactType.Text,
    };

    public static readonly IReadOnlyDictionary<string, TableKind> TableKinds = new Dictionary<string, TableKind>(StringComparer.Ordinal)
    {
        ["scope"] = TableKind.Scope,
        ["priority"] = TableKind.Priority,
        ["decision"] = TableKind.Decision,
        ["duties"] = TableKind.Duties,
        ["routing"] = TableKind.Routing,
        ["notices"] = TableKind.Notices,
        ["retention"] = TableKind.Retention,
    };

    public static readonly IReadOnlyDictionary<string, HitPolicy> HitPolicies = new Dictionary<string, HitPolicy>(StringComparer.Ordinal)
    {
        ["unique"] = HitPolicy.Unique,
        ["first"] = HitPolicy.First,
        ["priority"] = HitPolicy.Priority,
        ["collect"] = HitPolicy.Collect,
    };

    public static readonly IReadOnlyDictionary<string, ParameterStatus> Statuses = new Dictionary<string, ParameterStatus>(StringComparer.Ordinal)
    {
        ["cited"] = ParameterStatus.Cited,
        ["assumed"] = ParameterStatus.Assumed,
        ["unverified"] = ParameterStatus.Unverified,
    };

    public static readonly IReadOnlyDictionary<string, bool> Directions = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["forward"] = false,
        ["backward"] = true,
    };

    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value) => words.First(word => Equals(word.Value, value)).Key;

    /// <summary>Whether a text can name a fact, table, rule, parameter, source, duty or notice.</summary>
    public static bool IsName(string text)
    {
        if (text.Length is 0 or > 80 || !char.IsLetterOrDigit(text[0]))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('-' or '_' or '.' or '/'))
            {
                return false;
            }
        }

        return true;
    }
}
