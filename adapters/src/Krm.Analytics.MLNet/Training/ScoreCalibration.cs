using System.Globalization;
using Krm.Analytics.MLNet.Scoring;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Krm.Analytics.MLNet.Training;

/// <summary>Corrects the confidences of a model by two numbers; the order of the categories stays.</summary>
/// <remarks>
/// Temperature scaling (Guo et al., On Calibration of Modern Neural Networks, ICML 2017), and a share of labels that are wrong
/// by chance: where clerks disagree, no temperature alone makes a sure model unsure everywhere.
/// </remarks>
internal static class ScoreCalibration
{
    private const double SmallestExponent = 0.02;
    private const double LargestExponent = 20;
    private const double LargestDoubt = 0.9;
    private const double SmallestProbability = 1e-12;
    private const double SmallestPower = 1e-300;
    private const int Steps = 26;

    // exp(80) is within Single, and sums of a thousand of it are too.
    private const string LargestExponential = "80f";

    /// <summary>The correction under which the true categories are most likely.</summary>
    /// <param name="outcomes">Probabilities of cases the model has not learnt from, with the place of the true category.</param>
    public static ScoreCorrection Fit(IReadOnlyList<(float[] Probabilities, int Actual)> outcomes)
    {
        double BestExponent(double doubt) => Math.Exp(FindLowest(
            Math.Log(SmallestExponent), Math.Log(LargestExponent), exponent => Loss(outcomes, new ScoreCorrection(Math.Exp(exponent), doubt))));
        var doubt = FindLowest(0, LargestDoubt, doubt => Loss(outcomes, new ScoreCorrection(BestExponent(doubt), doubt)));
        return new ScoreCorrection(BestExponent(doubt), doubt);
    }

    /// <summary>Golden section.</summary>
    private static double FindLowest(double low, double high, Func<double, double> loss)
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
        var (lossLeft, lossRight) = (loss(left), loss(right));
        for (var step = 0; step < Steps; step++)
        {
            if (lossLeft <= lossRight)
            {
                (high, right, lossRight) = (right, left, lossLeft);
                left = high - (ratio * (high - low));
                lossLeft = loss(left);
            }
            else
            {
                (low, left, lossLeft) = (left, right, lossRight);
                right = low + (ratio * (high - low));
                lossRight = loss(right);
            }
        }

        return lossLeft <= lossRight ? left : right;
    }

    /// <summary>A model whose scores are corrected, made of ML.NET's own transforms only.</summary>
    /// <param name="context">The context.</param>
    /// <param name="model">The model.</param>
    /// <param name="input">Its input.</param>
    /// <param name="scoreColumn">Its column of scores, which are probabilities or margins.</param>
    /// <param name="count">Number of categories.</param>
    /// <param name="correction">The correction.</param>
    /// <param name="areMargins">Whether the scores are margins.</param>
    public static ITransformer Append(
        MLContext context, ITransformer model, DataViewSchema input, string scoreColumn, int count, ScoreCorrection correction, bool areMargins = false)
    {
        var (exponent, doubt) = correction;
        var steps = (areMargins ? CreateSoftmax(context, scoreColumn, exponent) : CreatePower(context, scoreColumn, exponent))
            .Append(context.Transforms.Expression(scoreColumn, $"(score) : score * {Literal(1 - doubt)} + {Literal(doubt / count)}", scoreColumn));
        var empty = model.Transform(new TextView(input, textColumn: -1, []));
        return new TransformerChain<ITransformer>(model, steps.Fit(empty));
    }

    /// <summary>Probabilities in proportion to the exponential of each margin times a factor.</summary>
    public static EstimatorChain<LpNormNormalizingTransformer> CreateSoftmax(MLContext context, string scoreColumn, double factor) =>
        Normalized(context, scoreColumn, $"(score) : exp(min(score * {Literal(factor)}, {LargestExponential}))");

    private static EstimatorChain<LpNormNormalizingTransformer> CreatePower(MLContext context, string scoreColumn, double exponent) =>
        Normalized(context, scoreColumn, $"(score) : max(score, {Literal(SmallestProbability)}) ^ {Literal(exponent)}");

    private static EstimatorChain<LpNormNormalizingTransformer> Normalized(MLContext context, string scoreColumn, string expression) =>
        context.Transforms.Expression(scoreColumn, expression, scoreColumn)
            .Append(context.Transforms.NormalizeLpNorm(scoreColumn, scoreColumn, LpNormNormalizingEstimatorBase.NormFunction.L1, ensureZeroMean: false));

    /// <summary>A number as ML.NET's expressions read it as a Single, without an exponent.</summary>
    private static string Literal(double value) => value.ToString("F12", CultureInfo.InvariantCulture) + "f";

    private static double Loss(IReadOnlyList<(float[] Probabilities, int Actual)> outcomes, ScoreCorrection correction)
    {
        var loss = 0.0;
        foreach (var (probabilities, actual) in outcomes)
        {
            var sum = 0.0;
            foreach (var probability in probabilities)
            {
                sum += Power(probability, correction.Exponent);
            }

            var corrected = Power(probabilities[actual], correction.Exponent) / sum;
            loss -= Math.Log(((1 - correction.Doubt) * corrected) + (correction.Doubt / probabilities.Length));
        }

        return loss;
    }

    private static double Power(float probability, double exponent) =>
        Math.Max(SmallestPower, Math.Pow(Math.Max(probability, SmallestProbability), exponent));
}
