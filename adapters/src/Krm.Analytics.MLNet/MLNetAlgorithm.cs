namespace Krm.Analytics.MLNet;

/// <summary>How <see cref="MLNetTrainer"/> learns.</summary>
public enum MLNetAlgorithm
{
    /// <summary>Multinomial logistic regression by stochastic dual coordinate ascent (<c>SdcaMaximumEntropy</c>).</summary>
    SdcaMaximumEntropy,

    /// <summary>One averaged perceptron a category, each calibrated (<c>OneVersusAll</c> of <c>AveragedPerceptron</c>).</summary>
    AveragedPerceptron,
}
