namespace Krm.Analytics.Causes.Detectors;

/// <summary>What is usual for one series.</summary>
internal interface IPeriodExpectation
{
    /// <summary>Variance by mean, at least 1.</summary>
    double Dispersion { get; }

    /// <summary>The expected count of one period, and the variance of its logarithm.</summary>
    (double Mean, double LogVariance) Predict(int index, double exposure);
}
