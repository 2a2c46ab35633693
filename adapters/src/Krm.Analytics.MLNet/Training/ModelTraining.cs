using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;
using Krm.Analytics.MLNet.Scoring;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Training;

/// <summary>One training: folds to learn how far scores and words can be trusted, then the model of all cases.</summary>
internal sealed class ModelTraining(MLNetTrainerOptions options, string[] categories, CancellationToken cancellationToken)
{
    /// <summary>Share of the kept-back texts that may know fewer of their words than a text has to know later.</summary>
    private const double UnknownShare = 0.01;

    /// <summary>A text of which the model knows half is never unknown, however uniform the cases are.</summary>
    private const double LargestKnownShare = 0.5;

    public MLNetClassifier Train(LabeledText[] cases)
    {
        var judged = JudgeKeptBack(cases);
        var correction = ScoreCalibration.Fit([.. judged.Select(item => (item.Scores.Probabilities, item.Actual))]);
        var knownShares = judged.Select(item => item.Scores.KnownShare).Order().ToArray();
        var leastKnownShare = Math.Min(LargestKnownShare, knownShares[(int)(knownShares.Length * UnknownShare)]);

        var context = CreateContext();
        var input = CreateInputSchema(context, leastKnownShare);
        var model = ScoreCalibration.Append(context, FitScores(cases), input, TextPipeline.ScoreColumn, categories.Length, correction);
        var labels = context.Transforms.Conversion.MapKeyToValue(TextPipeline.PredictedLabelColumn)
            .Fit(model.Transform(new TextView(input, textColumn: -1, [])));
        return new MLNetClassifier(new TransformerChain<ITransformer>(model, labels), input);
    }

    private List<(TextScores Scores, int Actual)> JudgeKeptBack(LabeledText[] cases)
    {
        // Equal texts stay in one fold: what the model has learnt by heart says nothing about its confidence.
        var folds = DataSplits.GroupedFolds([.. cases.Select(item => TextKey.Of(item.Text).ToString("X16", null))], options.Folds, options.Seed);
        var places = categories.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        var judged = new List<(TextScores, int)>();
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var learnt = cases.Where((_, index) => folds[index] != fold).ToArray();
            var kept = cases.Where((_, index) => folds[index] == fold).ToArray();
            if (learnt.Length == 0 || kept.Length == 0)
            {
                continue;
            }

            var model = new MLNetClassifier(FitScores(learnt), CreateInputSchema(CreateContext(), leastKnownShare: 0));
            judged.AddRange(model.ScoreAll(kept.Select(item => item.Text)).Zip(kept, (scores, item) => (scores, places[item.Category!])));
        }

        return judged;
    }

    /// <summary>Fits features and learner; the labels are made keys outside of the model, so that it needs no label to answer.</summary>
    private ITransformer FitScores(LabeledText[] cases)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var context = CreateContext();
        var keys = context.Data.LoadFromEnumerable(categories.Select(category => new CategoryRow { Category = category }));
        var definition = SchemaDefinition.Create(typeof(TrainingRow));
        definition[nameof(TrainingRow.Text)].ColumnName = options.TextColumn;
        var rows = context.Data.LoadFromEnumerable(
            cases.Select(item => new TrainingRow { Text = ModelInput.Limit(item.Text), Label = item.Category! }).ToArray(), definition);
        var labeled = context.Transforms.Conversion.MapValueToKey(TextPipeline.LabelColumn, keyData: keys).Fit(rows).Transform(rows);
        return TextPipeline.Create(context, options).Fit(labeled);
    }

    private DataViewSchema CreateInputSchema(MLContext context, double leastKnownShare)
    {
        var definition = SchemaDefinition.Create(typeof(InputRow));
        var text = definition[nameof(InputRow.Text)];
        text.ColumnName = options.TextColumn;
        text.AddAnnotation(ScoringModel.LeastKnownShareAnnotation, leastKnownShare, NumberDataViewType.Double);
        return context.Data.LoadFromEnumerable<InputRow>([], definition).Schema;
    }

    private MLContext CreateContext() => new(options.Seed);

    private sealed class CategoryRow
    {
        public string Category { get; set; } = "";
    }

    private sealed class InputRow
    {
        public string Text { get; set; } = "";
    }
}
