namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>How a word is written in capital and small letters.</summary>
internal enum WordShape : byte
{
    /// <summary>No capital letter.</summary>
    Lower,

    /// <summary>One capital letter alone.</summary>
    Initial,

    /// <summary>A capital letter followed by small ones; McAllister and O'Brien too.</summary>
    Capitalized,

    /// <summary>Two or more letters, all capital.</summary>
    Upper,

    /// <summary>Begins small and has a capital letter later, or has several: eBike, BonnOrange.</summary>
    Mixed,
}
