namespace Krm.Rules.Facts;

/// <summary>A fact of a case that cannot be used: missing without default, not allowed, or unknown.</summary>
/// <remarks>Names the fact and what is allowed, never the value found: it might be a citizen's text.</remarks>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Message">What is wrong, in German.</param>
public sealed record FactProblem(string Fact, string Message)
{
    /// <summary>Fact and message on one line.</summary>
    public override string ToString() => $"{Fact}: {Message}";
}
