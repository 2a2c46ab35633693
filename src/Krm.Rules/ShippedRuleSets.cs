using System.Collections.Concurrent;
using System.Reflection;

namespace Krm.Rules;

/// <summary>The rule sets that come with the library, each drawn from one source document.</summary>
/// <remarks>Read on first use and kept. Thread-safe.</remarks>
public static class ShippedRuleSets
{
    private const string Suffix = ".regelwerk.json";

    private static readonly ConcurrentDictionary<string, RuleSet> Known = new(StringComparer.Ordinal);

    /// <summary>The identifiers, in alphabetical order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name.Substring(0, name.Length - Suffix.Length))
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    private static Assembly Assembly => typeof(ShippedRuleSets).Assembly;

    /// <summary>The rule set of the given identifier.</summary>
    /// <param name="id">One of <see cref="Ids"/>, for example <c>harburg</c>.</param>
    /// <exception cref="ArgumentException">There is no such rule set; the message lists those there are.</exception>
    public static RuleSet Get(string id) =>
        TryGet(id, out var ruleSet)
            ? ruleSet
            : throw new ArgumentException($"There is no shipped rule set '{id}'; there are {string.Join(", ", Ids)}.", nameof(id));

    /// <summary>The rule set of the given identifier, if there is one.</summary>
    /// <param name="id">An identifier.</param>
    /// <param name="ruleSet">The rule set; <c>null</c> if there is none of that identifier.</param>
    public static bool TryGet(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RuleSet? ruleSet)
    {
        ruleSet = Ids.Contains(Guard.NotNull(id)) ? Known.GetOrAdd(id, Read) : null;
        return ruleSet is not null;
    }

    /// <summary>The document of a shipped rule set as it stands, with its comments: a starting point for one's own.</summary>
    /// <param name="id">One of <see cref="Ids"/>.</param>
    /// <exception cref="ArgumentException">There is no such rule set.</exception>
    public static string GetSource(string id)
    {
        using var stream = Open(Ids.Contains(Guard.NotNull(id))
            ? id
            : throw new ArgumentException($"There is no shipped rule set '{id}'; there are {string.Join(", ", Ids)}.", nameof(id)));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static RuleSet Read(string id)
    {
        using var stream = Open(id);
        return RuleSet.Read(stream, id + Suffix);
    }

    private static Stream Open(string id) => Assembly.GetManifestResourceStream(id + Suffix)!;
}
