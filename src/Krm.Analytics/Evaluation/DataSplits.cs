namespace Krm.Analytics.Evaluation;

/// <summary>Divides cases into parts to learn from and parts to be judged on.</summary>
/// <remarks>Pure and deterministic for a seed on every platform. Linear in the cases, sorting apart.</remarks>
public static class DataSplits
{
    /// <summary>Assigns every case to one of several folds so that each fold has each category in its share.</summary>
    /// <param name="categories">The category of each case.</param>
    /// <param name="foldCount">Number of folds, at least 2.</param>
    /// <param name="seed">Seed of the assignment.</param>
    /// <returns>For each case its fold, 0 to <paramref name="foldCount"/> - 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds.</exception>
    public static int[] StratifiedFolds(IReadOnlyList<string> categories, int foldCount, int seed)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentOutOfRangeException.ThrowIfLessThan(foldCount, 2);
        var generator = new SeededGenerator((ulong)seed);
        var folds = new int[categories.Count];
        var next = 0;
        foreach (var members in Enumerable.Range(0, categories.Count)
            .GroupBy(index => categories[index], StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var shuffled = members.ToArray();
            generator.Shuffle(shuffled);
            foreach (var index in shuffled)
            {
                // Running on from category to category keeps the folds equally large.
                folds[index] = next++ % foldCount;
            }
        }

        return folds;
    }

    /// <summary>Assigns every case to one of several folds, the cases of one group always together.</summary>
    /// <param name="groups">The group of each case, for instance a document or <see cref="TextKey"/>.</param>
    /// <param name="foldCount">Number of folds, at least 2.</param>
    /// <param name="seed">Seed of the assignment.</param>
    /// <returns>For each case its fold, 0 to <paramref name="foldCount"/> - 1; the largest groups are dealt first to the emptiest fold.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds.</exception>
    public static int[] GroupedFolds(IReadOnlyList<string> groups, int foldCount, int seed)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(foldCount, 2);
        var members = Enumerable.Range(0, groups.Count)
            .GroupBy(index => groups[index], StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .ToArray();
        var order = Enumerable.Range(0, members.Length).ToArray();
        new SeededGenerator((ulong)seed).Shuffle(order);
        var folds = new int[groups.Count];
        var sizes = new int[foldCount];
        foreach (var group in order.OrderByDescending(group => members[group].Length))
        {
            var fold = Array.IndexOf(sizes, sizes.Min());
            sizes[fold] += members[group].Length;
            foreach (var index in members[group])
            {
                folds[index] = fold;
            }
        }

        return folds;
    }

    /// <summary>Holds out the newest cases: what a classifier meets tomorrow is younger than what it learnt from.</summary>
    /// <param name="dates">The day or moment of each case, ISO 8601 or any other form that sorts as text.</param>
    /// <param name="share">Share to hold out, above 0 and below 1.</param>
    /// <returns>For each case whether it is held out; of cases with equal dates those later in the list count as newer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share outside (0, 1).</exception>
    public static bool[] Newest(IReadOnlyList<string> dates, double share)
    {
        ArgumentNullException.ThrowIfNull(dates);
        GuardShare(share);
        var order = Enumerable.Range(0, dates.Count).OrderBy(index => dates[index], StringComparer.Ordinal).ToArray();
        var held = new bool[dates.Count];
        foreach (var index in order[(int)(dates.Count * (1 - share))..])
        {
            held[index] = true;
        }

        return held;
    }

    /// <summary>Holds out a share of each category, equal texts staying on one side.</summary>
    /// <param name="texts">The text of each case.</param>
    /// <param name="categories">The category of each case.</param>
    /// <param name="share">Share to hold out, above 0 and below 1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <returns>For each case whether it is held out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share outside (0, 1).</exception>
    /// <exception cref="ArgumentException">Not as many texts as categories.</exception>
    public static bool[] StratifiedHoldout(IReadOnlyList<string> texts, IReadOnlyList<string> categories, double share, int seed)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(categories);
        GuardShare(share);
        if (texts.Count != categories.Count)
        {
            throw new ArgumentException($"{texts.Count} texts but {categories.Count} categories; give one category a text.", nameof(categories));
        }

        var generator = new SeededGenerator((ulong)seed);
        var held = new bool[texts.Count];
        foreach (var members in Enumerable.Range(0, texts.Count)
            .GroupBy(index => TextKey.Of(texts[index]))
            .GroupBy(group => categories[group.First()], StringComparer.Ordinal)
            .OrderBy(category => category.Key, StringComparer.Ordinal))
        {
            HoldOut(members.Select(group => group.ToArray()).ToArray(), share, generator, held);
        }

        return held;
    }

    private static void HoldOut(int[][] groups, double share, SeededGenerator generator, bool[] held)
    {
        var order = Enumerable.Range(0, groups.Length).ToArray();
        generator.Shuffle(order);
        var wanted = share * groups.Sum(group => group.Length);
        var taken = 0;
        foreach (var group in order)
        {
            if (taken + (groups[group].Length / 2.0) > wanted)
            {
                continue;
            }

            taken += groups[group].Length;
            foreach (var index in groups[group])
            {
                held[index] = true;
            }
        }
    }

    private static void GuardShare(double share)
    {
        if (!(share is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share to hold out must lie above 0 and below 1, for instance 0.2.");
        }
    }
}
