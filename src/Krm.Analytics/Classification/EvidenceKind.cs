namespace Krm.Analytics.Classification;

/// <summary>Through what a piece of text weighed.</summary>
public enum EvidenceKind
{
    /// <summary>The word as a whole, known from training.</summary>
    Word,

    /// <summary>Two neighbouring words, or one at the edge of the text.</summary>
    Pair,

    /// <summary>The letters of the word: fragments it shares with words known from training.</summary>
    Letters,
}
