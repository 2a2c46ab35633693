namespace Krm.Analytics.Counting;

/// <summary>Integer counts over period × dimensions, and optionally the exposure they came from.</summary>
/// <remarks>
/// <para>
/// Made by a <see cref="CountCubeBuilder"/> from single cases or from the rows of a <c>GROUP BY</c>, or read back with
/// <see cref="CountCubeBinary"/> or <see cref="CountCubeCsv"/>. Merging is associative and commutative, and the rows are
/// kept in one canonical order (values by ordinal comparison, then period), so that any partition of the cases, merged in
/// any order, gives the same bytes. Rows whose count and exposure are both 0 are not kept.
/// </para>
/// <para>Immutable and thread-safe. Counts are exact: nothing is suppressed here.</para>
/// </remarks>
public sealed class CountCube
{
    internal CountCube(CountPlan plan, bool hasExposure, IReadOnlyList<CountRow> rows)
    {
        Plan = plan;
        HasExposure = hasExposure;
        Rows = rows;
    }

    /// <summary>What was counted.</summary>
    public CountPlan Plan { get; }

    /// <summary>Whether the rows carry an exposure.</summary>
    public bool HasExposure { get; }

    /// <summary>All rows in canonical order: by values (ordinal), then by period; no two with the same values and period.</summary>
    public IReadOnlyList<CountRow> Rows { get; }

    /// <summary>The number of cases in all rows.</summary>
    public long Total => Rows.Sum(row => row.Count);

    /// <summary>The earliest period with a row, or <see langword="null"/> if there are no rows.</summary>
    public CountPeriod? First => Rows.Count == 0 ? null : Rows.Min(row => row.Period);

    /// <summary>The latest period with a row, or <see langword="null"/> if there are no rows.</summary>
    public CountPeriod? Last => Rows.Count == 0 ? null : Rows.Max(row => row.Period);

    /// <summary>Adds up counts of the same plan. Costs time linear in the number of rows.</summary>
    /// <param name="cubes">The counts, at least one, in any order.</param>
    /// <exception cref="ArgumentException">No counts were given, or only some of them carry an exposure.</exception>
    /// <exception cref="CountPlanMismatchException">The plans have different fingerprints.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of a 64-bit integer.</exception>
    public static CountCube Merge(IEnumerable<CountCube> cubes)
    {
        ArgumentNullException.ThrowIfNull(cubes);
        CountCubeBuilder? builder = null;
        CountCube? first = null;
        foreach (var cube in cubes)
        {
            first ??= cube;
            builder ??= new CountCubeBuilder(cube.Plan);
            if (cube.Plan.Fingerprint != first.Plan.Fingerprint)
            {
                throw new CountPlanMismatchException(first.Plan, cube.Plan);
            }

            builder.AddAll(cube);
        }

        return builder is null ? throw new ArgumentException("No counts were given.", nameof(cubes)) : builder.Build();
    }

    /// <summary>Adds up these counts and others of the same plan.</summary>
    /// <inheritdoc cref="Merge(IEnumerable{CountCube})"/>
    /// <param name="other">The other counts.</param>
    public CountCube Merge(CountCube other) => Merge([this, other]);
}
