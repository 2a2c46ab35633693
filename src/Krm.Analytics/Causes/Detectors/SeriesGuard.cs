namespace Krm.Analytics.Causes.Detectors;

/// <summary>Refuses series no detector can work with.</summary>
internal static class SeriesGuard
{
    public static void Check(IReadOnlyList<int> counts, IReadOnlyList<double>? exposure)
    {
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(counts), counts[i], $"The count of period {i} is negative.");
            }
        }

        if (exposure is null)
        {
            return;
        }

        if (exposure.Count != counts.Count)
        {
            throw new ArgumentException($"{counts.Count} counts but {exposure.Count} exposures.", nameof(exposure));
        }

        for (var i = 0; i < exposure.Count; i++)
        {
            if (!(exposure[i] > 0) || double.IsInfinity(exposure[i]))
            {
                throw new ArgumentException($"The exposure of period {i} is not a number above 0.", nameof(exposure));
            }
        }
    }
}
