using System.Text;
using System.Text.RegularExpressions;

namespace Krm.Rules.Tests;

/// <summary>Every sentence a shipped rule set quotes stands in its source document.</summary>
public partial class QuotationTests
{
    private static readonly Dictionary<string, string> Documents = new()
    {
        ["rottweil"] = "seeds/000_e0e2314e3d9d9c51.txt",
        ["kqs"] = "seeds/001_1f241e66b639c43a.txt",
        ["harburg"] = "seeds/002_18367392695c5c97.txt",
        ["landratsamt"] = "seeds/003_0040fb265c98aa83.txt",
        ["ral"] = "seeds/003_0040fb265c98aa83.txt",
    };

    [SharedDataFact("seeds")]
    public void Quotations_OfShippedRuleSets_StandInTheirDocuments()
    {
        var missing = new List<string>();
        foreach (var id in ShippedRuleSets.Ids)
        {
            var document = Normalize(SharedData.Read(Documents[id]));
            var ruleSet = ShippedRuleSets.Get(id);
            var quotes = ruleSet.Rules.Select(rule => rule.Citation.Quote)
                .Concat(ruleSet.Parameters.Select(parameter => parameter.Citation?.Quote ?? ""))
                .Concat(ruleSet.RecurringDuties.Select(duty => duty.Citation.Quote))
                .Concat(ruleSet.Tests.Select(test => test.Quote));
            missing.AddRange(quotes.SelectMany(quote => quote.Split("[…]")).Where(part => !document.Contains(Normalize(part), StringComparison.Ordinal)).Select(part => id + ": " + part));
        }

        Assert.Empty(missing.Distinct());
    }

    /// <summary>Letters and digits only: line breaks, hyphens, bullets and markup of the documents do not count.</summary>
    private static string Normalize(string text)
    {
        var builder = new StringBuilder();
        foreach (var character in LinkTarget().Replace(text, "").Where(char.IsLetterOrDigit))
        {
            builder.Append(char.ToLowerInvariant(character));
        }

        return builder.ToString();
    }

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex LinkTarget();
}
