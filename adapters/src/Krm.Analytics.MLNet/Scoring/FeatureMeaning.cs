namespace Krm.Analytics.MLNet.Scoring;

/// <summary>What a feature says about whether a text is known.</summary>
internal enum FeatureMeaning : byte
{
    /// <summary>Nothing: the empty text has it too, or it is too short a fragment.</summary>
    Nothing,

    /// <summary>A part of the text is known.</summary>
    Something,

    /// <summary>A word of the text is known.</summary>
    Word,
}
