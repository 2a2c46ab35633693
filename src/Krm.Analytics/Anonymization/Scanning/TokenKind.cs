namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>What a token consists of.</summary>
internal enum TokenKind : byte
{
    /// <summary>No token: before the first or behind the last one.</summary>
    None,

    /// <summary>A run of letters, apostrophes between letters included.</summary>
    Word,

    /// <summary>A run of the digits 0 to 9.</summary>
    Number,

    /// <summary>One character that is neither letter, digit nor white space.</summary>
    Symbol,

    /// <summary>A placeholder of an earlier run, such as [PERSON_1]; never looked into.</summary>
    Placeholder,
}
