using System.Globalization;
using FsCheck;

namespace Krm.Rules.Tests;

/// <summary>How often FsCheck tries a law. The variable KRM_LAW_CASES caps it, so that a mutation run, which tries every law for every mutant, comes to its end.</summary>
internal static class Laws
{
    public static Config Of(int cases) => Config.QuickThrowOnFailure.WithMaxTest(Math.Min(cases, Cap));

    private static int Cap { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("KRM_LAW_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cap) ? cap : int.MaxValue;
}
