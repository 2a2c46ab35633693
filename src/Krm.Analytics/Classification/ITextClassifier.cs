namespace Krm.Analytics.Classification;

/// <summary>Sorts free text into one of a closed list of categories (Sachgebiete).</summary>
/// <remarks>Implementations are immutable and thread-safe unless they say otherwise.</remarks>
public interface ITextClassifier
{
    /// <summary>The closed list of categories in the order of the model, without duplicates.</summary>
    IReadOnlyList<string> Categories { get; }

    /// <summary>The most probable category of a text, with its probability and whether the classifier would rather not answer.</summary>
    /// <param name="text">The text as the citizen wrote it; may be empty.</param>
    Prediction Classify(ReadOnlySpan<char> text);
}
