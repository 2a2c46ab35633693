using Krm.Analytics.MLNet.Scoring;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms.Text;

namespace Krm.Analytics.MLNet.Training;

/// <summary>The steps from a German text and its label to a multiclass model.</summary>
/// <remarks>
/// Diacritics stay (drucken and drücken differ), capitals go (they say noun, not what about). Fragments of one to five letters make
/// up for compounds that are missing as words. <c>FeaturizeText</c> alone ends words at blanks only and glues "Rad-/Fußweg"
/// or two lines together; so the text is cut into words before.
/// </remarks>
internal static class TextPipeline
{
    public const string FeatureColumn = "Features";
    public const string LabelColumn = "Label";
    public const string ScoreColumn = "Score";
    public const string PredictedLabelColumn = "PredictedLabel";

    private const string WordColumn = "Words";
    private const int LongestFragment = 5;
    private const int MaximumEntropyIterations = 30;
    private const int PerceptronIterations = 10;

    /// <summary>Keeps the exponentials of margins in the range of Single; the calibration finds the factor that counts.</summary>
    private const double MarginScale = 0.1;

    /// <summary>From the text to the scores; expects the label as a key.</summary>
    public static IEstimator<ITransformer> Create(MLContext context, MLNetTrainerOptions options) =>
        context.Transforms.Text.TokenizeIntoWords(WordColumn, options.TextColumn, ModelInput.WordSeparators)
            .Append(context.Transforms.Text.FeaturizeText(FeatureColumn, CreateFeatureOptions(), WordColumn))
            .Append(context.Transforms.DropColumns(WordColumn))
            .AppendCacheCheckpoint(context)
            .Append(CreateLearner(context, options));

    private static TextFeaturizingEstimator.Options CreateFeatureOptions() => new()
    {
        CaseMode = TextNormalizingEstimator.CaseMode.Lower,
        KeepDiacritics = true,
        KeepPunctuations = false,
        KeepNumbers = true,
        StopWordsRemoverOptions = null,
        Norm = TextFeaturizingEstimator.NormFunction.L2,
        WordFeatureExtractor = CreateExtractor(1),
        CharFeatureExtractor = CreateExtractor(LongestFragment),
    };

    private static WordBagEstimator.Options CreateExtractor(int length) => new()
    {
        NgramLength = length,
        UseAllLengths = true,
        Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf,
    };

    private static IEstimator<ITransformer> CreateLearner(MLContext context, MLNetTrainerOptions options) => options.Algorithm switch
    {
        // One thread: with several the order of the updates, and with it the model, would be another one each time.
        MLNetAlgorithm.SdcaMaximumEntropy => context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
            new SdcaMaximumEntropyMulticlassTrainer.Options
            {
                NumberOfThreads = 1,
                MaximumNumberOfIterations = options.Iterations ?? MaximumEntropyIterations,
                L1Regularization = 0,
                L2Regularization = options.L2Regularization,
            }),
        // Margins, not the probabilities each perceptron learns on cases it knows by heart; they cost both accuracy and calibration.
        _ => context.MulticlassClassification.Trainers.OneVersusAll(
            context.BinaryClassification.Trainers.AveragedPerceptron(
                new AveragedPerceptronTrainer.Options { NumberOfIterations = options.Iterations ?? PerceptronIterations }),
            useProbabilities: false)
            .Append(ScoreCalibration.CreateSoftmax(context, ScoreColumn, MarginScale)),
    };
}
