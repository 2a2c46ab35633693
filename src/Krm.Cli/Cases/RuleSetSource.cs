using Krm.Cli.Tables;
using Krm.Rules;
using Krm.Rules.Serialization;

namespace Krm.Cli.Cases;

/// <summary>Finds a rule set by the id of a shipped one or by its file.</summary>
internal static class RuleSetSource
{
    /// <exception cref="RefusalException">There is none, or its file has problems; all of them are listed.</exception>
    public static RuleSet Load(string idOrFile, Messages messages)
    {
        if (ShippedRuleSets.TryGet(idOrFile, out var shipped))
        {
            return shipped;
        }

        if (!File.Exists(idOrFile))
        {
            throw new RefusalException(messages.NoSuchRuleSet(idOrFile, string.Join(", ", ShippedRuleSets.Ids)));
        }

        try
        {
            using var stream = InputFile.Open(idOrFile, messages);
            return RuleSet.Read(stream, idOrFile);
        }
        catch (RuleSetFormatException exception)
        {
            throw new RefusalException(exception.Message);
        }
    }
}
