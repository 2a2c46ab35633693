namespace Krm.Analytics.Tests.Causes.Detectors;

/// <summary>One of the 42 scenarios of Noufaily et al. (2013) and a generator of series from it.</summary>
internal sealed record NoufailyScenario(double Theta, double Phi, double Beta, double Cosine, double Sine, int Harmonics)
{
    public const int Weeks = 624;
    public const int BaselineStart = 313;
    public const int TestStart = 576;

    private static readonly (double Theta, double Phi, double Beta, double Cosine, double Sine)[] Clusters =
    [
        (0.1, 1.5, 0.0025, 0.6, 0.6), (-2, 2, 0.005, 0.1, 0.3), (1.5, 1, 0.003, 0.2, -0.4), (0.5, 5, 0.002, 0.5, 0.5),
        (2.5, 3, 0.001, 1, 0.1), (3.75, 1.1, 0.001, 0.1, -0.1), (5, 1.2, 0.0001, 0.05, 0.01),
    ];

    /// <summary>All 42: seven clusters, each without and with trend, each with no, one or two harmonics.</summary>
    public static IReadOnlyList<NoufailyScenario> All { get; } =
    [
        .. from cluster in Clusters
           from hasTrend in new[] { false, true }
           from harmonics in new[] { 0, 1, 2 }
           select new NoufailyScenario(cluster.Theta, cluster.Phi, hasTrend ? cluster.Beta : 0, cluster.Cosine, cluster.Sine, harmonics),
    ];

    /// <summary>Expected count of week t (1-based).</summary>
    public double Mean(int t)
    {
        var sum = Theta + (Beta * t);
        for (var j = 1; j <= Harmonics; j++)
        {
            sum += (Cosine * Math.Cos(2 * Math.PI * j * t / 52)) + (Sine * Math.Sin(2 * Math.PI * j * t / 52));
        }

        return Math.Exp(sum);
    }

    /// <summary>A series (index 0 is week 1) and which weeks belong to the current outbreak.</summary>
    public (int[] Counts, bool[] IsCurrent) Generate(Random random)
    {
        var counts = new int[Weeks];
        for (var t = 1; t <= Weeks; t++)
        {
            counts[t - 1] = Draw.NegativeBinomial(random, Mean(t), Phi);
        }

        int[] sizes = [2, 3, 5, 10];
        for (var i = 0; i < 4; i++)
        {
            Spread(random, random.Next(BaselineStart, TestStart), sizes[random.Next(4)], counts, null, TestStart - 1);
        }

        var isCurrent = new bool[Weeks];
        Spread(random, random.Next(TestStart, Weeks + 1), 1 + random.Next(10), counts, isCurrent, Weeks);
        return (counts, isCurrent);
    }

    private void Spread(Random random, int start, int size, int[] counts, bool[]? marks, int last)
    {
        var cases = Draw.Poisson(random, size * Math.Sqrt(Phi * Mean(start)));
        for (var i = 0; i < cases; i++)
        {
            var week = start + (int)Math.Exp(0.5 * Draw.Normal(random));
            if (week <= last)
            {
                counts[week - 1]++;
                marks?[week - 1] = true;
            }
        }
    }
}
