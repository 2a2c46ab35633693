using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;

namespace Krm.Cli.Models;

/// <summary>A model and how well its method does on cases it has not seen.</summary>
/// <param name="Classifier">Learnt from all labelled cases.</param>
/// <param name="HeldOut">The judgement of a model learnt without the held-out part.</param>
/// <param name="IsNewestHeldOut">Whether the newest cases were held out, rather than a share of each category.</param>
/// <param name="UnlabeledCount">Cases without category that were tried.</param>
internal sealed record TrainedModel(TextClassifier Classifier, ClassificationReport HeldOut, bool IsNewestHeldOut, int UnlabeledCount);
