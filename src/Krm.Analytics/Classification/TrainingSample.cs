namespace Krm.Analytics.Classification;

/// <summary>The bounds within which a training keeps its cases.</summary>
internal static class TrainingSample
{
    // No classifier reads more: 8,192 words of 48 letters with a blank each.
    private const int LongestText = 8192 * 49;

    // Guesses help where few cases carry a category; beyond, they cost time only.
    private const int MostHelped = 5000;

    /// <summary>The cases themselves if they keep within the bounds, else a sample of them; those without category for themselves.</summary>
    /// <param name="cases">The cases; read once.</param>
    /// <param name="options">Largest number of cases and characters, and the seed.</param>
    /// <param name="cancellationToken">Stops between two cases.</param>
    public static IEnumerable<LabeledText> Draw(IEnumerable<LabeledText> cases, TrainingOptions options, CancellationToken cancellationToken)
    {
        var labeled = new StratifiedReservoir<LabeledText>(options.MaximumCases, options.MaximumCharacters, options.Seed);
        var unlabeled = new StratifiedReservoir<LabeledText>(Math.Max(1, options.MaximumUnlabeledCases), options.MaximumCharacters, options.Seed);
        foreach (var item in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = Cut(item.Text ?? string.Empty);
            var category = item.Category ?? string.Empty;
            (category.Length > 0 ? labeled : unlabeled).Add(category, text.Length, item with { Text = text });
        }

        return labeled.Items.Count > MostHelped || options.MaximumUnlabeledCases == 0 ? labeled.Items : labeled.Items.Concat(unlabeled.Items);
    }

    /// <summary>A text as far as a classifier reads it.</summary>
    public static string Cut(string text) => text.Length > LongestText ? text[..LongestText] : text;
}
