namespace Krm.Rules.Serialization;

/// <summary>A rule set could not be read; carries every problem found.</summary>
public sealed class RuleSetFormatException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="source">Name of the file or other source.</param>
    /// <param name="problems">All problems, at least one.</param>
    public RuleSetFormatException(string source, IReadOnlyList<RuleSetProblem> problems)
        : base(Describe(source, problems))
    {
        SourceName = source;
        Problems = problems;
    }

    /// <summary>Name of the file or other source.</summary>
    public string SourceName { get; }

    /// <summary>All problems in the order of the file.</summary>
    public IReadOnlyList<RuleSetProblem> Problems { get; }

    private static string Describe(string source, IReadOnlyList<RuleSetProblem> problems)
    {
        Guard.NotNull(source);
        Guard.NotNull(problems);
        var count = problems.Count == 1 ? "1 Mangel" : $"{problems.Count} Mängel";
        return string.Join(Environment.NewLine, problems.Select(problem => problem.ToString()).Prepend($"{source}: {count} im Regelwerk."));
    }
}
