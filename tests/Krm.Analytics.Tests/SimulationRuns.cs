using System.Globalization;

namespace Krm.Analytics.Tests;

/// <summary>How often a simulation is repeated: a few times in a test run, more often where the environment asks for it.</summary>
internal static class SimulationRuns
{
    public static int OrDefault(int runs) =>
        int.TryParse(Environment.GetEnvironmentVariable("KRM_SIMULATION_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : runs;
}
