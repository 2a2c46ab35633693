namespace Krm.Rules.Parameters;

/// <summary>How well founded the value of a parameter is.</summary>
public enum ParameterStatus
{
    /// <summary>The cited document names the value.</summary>
    Cited,

    /// <summary>The document leaves it open; the value is a proposal the office has to confirm (Vorgabe).</summary>
    Assumed,

    /// <summary>The value was published elsewhere and nobody checked it against the original (ungeprüft).</summary>
    Unverified,
}
