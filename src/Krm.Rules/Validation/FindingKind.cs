namespace Krm.Rules.Validation;

/// <summary>What an analysis found about a rule set.</summary>
public enum FindingKind
{
    /// <summary>No rule of a table covers a case (Lücke).</summary>
    Gap,

    /// <summary>Two rules match a case although only one may, or two tables give it the same duty or notice (Widerspruch).</summary>
    Conflict,

    /// <summary>A rule can never fire (unerreichbar).</summary>
    Unreachable,

    /// <summary>A case is covered at one time and not at a later one (Geltungsloch).</summary>
    ValidityHole,

    /// <summary>No rule asks about a declared fact (ungenutzte Tatsache).</summary>
    UnusedFact,

    /// <summary>No rule uses a declared parameter (ungenutzter Parameter).</summary>
    UnusedParameter,

    /// <summary>The table is too large or too entangled to be analysed within bounds (nicht prüfbar).</summary>
    TooComplex,
}
