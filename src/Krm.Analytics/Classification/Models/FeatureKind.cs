namespace Krm.Analytics.Classification.Models;

/// <summary>What a feature of a text is; also the order of the groups in a model.</summary>
internal enum FeatureKind
{
    /// <summary>A word or a mark.</summary>
    Word,

    /// <summary>Two neighbouring words or marks, or one at the edge of the text.</summary>
    Pair,

    /// <summary>Some neighbouring letters of a word.</summary>
    Fragment,

    /// <summary>Some letters around the border of two neighbours.</summary>
    Border,

    /// <summary>A trait of the outward form of the text.</summary>
    Form,
}
