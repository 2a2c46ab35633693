namespace Krm.Analytics.Causes.Patterns;

/// <summary>How the cells of one detection vary anyway, learnt from all of them; what only varies like that is no finding.</summary>
/// <param name="Dispersion">Variance by mean that is usual; 0 if unknown.</param>
/// <param name="SlopeVariance">
/// Mean square of the slow growth per period, on the logarithmic scale, beyond what chance shows; 0 if unknown. Where most
/// cells slowly rise or fall for reasons of their own, a rise is a finding only if it stands out against these.
/// </param>
internal readonly record struct UsualVariation(double Dispersion, double SlopeVariance);
