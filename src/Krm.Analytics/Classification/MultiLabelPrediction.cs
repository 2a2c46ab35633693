namespace Krm.Analytics.Classification;

/// <summary>What a <see cref="MultiLabelTextClassifier"/> says about one text.</summary>
/// <param name="Selected">The categories that apply, the most probable first; may be empty.</param>
/// <param name="Next">The most probable category that does not apply; null if all apply.</param>
/// <param name="IsAbstained">Whether a person should decide: no category applies, or the text says nothing known.</param>
public sealed record MultiLabelPrediction(IReadOnlyList<CategoryScore> Selected, CategoryScore? Next, bool IsAbstained);
