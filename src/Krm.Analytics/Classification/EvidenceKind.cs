namespace Krm.Analytics.Classification;

/// <summary>Through what a piece of text weighed.</summary>
public enum EvidenceKind
{
    /// <summary>The word as a whole, known from training.</summary>
    Word,

    /// <summary>Two neighbouring words with the letters around their border, or one word at the edge of the text.</summary>
    Pair,

    /// <summary>The letters of the word: fragments it shares with words known from training.</summary>
    Letters,

    /// <summary>The text as a whole: its length and that of its words, its marks and how it ends. The term is "(Form des Textes)".</summary>
    Form,
}
