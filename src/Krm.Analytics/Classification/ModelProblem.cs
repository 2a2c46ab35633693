namespace Krm.Analytics.Classification;

/// <summary>Why a model file is refused.</summary>
public enum ModelProblem
{
    /// <summary>The file does not begin like a model of this library.</summary>
    NotAModel,

    /// <summary>The file was written by a newer version of this library.</summary>
    TooNew,

    /// <summary>The file was written by an older version of this library whose format is no longer read.</summary>
    TooOld,

    /// <summary>The file ends before it is complete.</summary>
    Truncated,

    /// <summary>The checksum does not match: the file was altered or damaged.</summary>
    Altered,

    /// <summary>The content contradicts itself or exceeds the limits of the format.</summary>
    Invalid,
}
