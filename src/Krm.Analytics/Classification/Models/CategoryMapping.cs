namespace Krm.Analytics.Classification.Models;

/// <summary>From the categories a model was trained with to those that are still in use; immutable.</summary>
internal sealed class CategoryMapping
{
    private const int Refused = -1;
    private readonly int[]? _targets;

    private readonly string[] _names;

    private CategoryMapping(string[] names, int[]? targets)
    {
        _names = names;
        _targets = targets;
        Categories = Array.AsReadOnly(names);
    }

    /// <summary>The categories in use.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The categories in use, without the way over an interface.</summary>
    public ReadOnlySpan<string> Names => _names;

    /// <summary>Nothing was withdrawn.</summary>
    public static CategoryMapping None(string[] trained) => new(trained, null);

    /// <summary>Some categories were withdrawn.</summary>
    public static CategoryMapping Create(string[] trained, IReadOnlyDictionary<string, string?> replacements)
    {
        foreach (var withdrawn in replacements.Keys)
        {
            if (Array.IndexOf(trained, withdrawn) < 0)
            {
                throw new ArgumentException(
                    $"The model does not know the withdrawn category \"{withdrawn}\"; it knows {string.Join(", ", trained)}.", nameof(replacements));
            }
        }

        foreach (var successor in replacements.Values)
        {
            if (successor is { } name && (name.Length == 0 || replacements.ContainsKey(name)))
            {
                throw new ArgumentException($"The successor \"{name}\" is empty or itself withdrawn.", nameof(replacements));
            }
        }

        var successors = trained.Select(category => replacements.TryGetValue(category, out var successor) ? successor : category).ToArray();
        var categories = successors.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (categories.Length == 0)
        {
            throw new ArgumentException("Every category of the model would be refused: nothing is left to answer.", nameof(replacements));
        }

        return new CategoryMapping(
            categories,
            [.. successors.Select(successor => successor is null ? Refused : Array.IndexOf(categories, successor))]);
    }

    /// <summary>Moves probabilities to the categories in use, in place; returns the highest one refused.</summary>
    public float Apply(Span<float> probabilities)
    {
        if (_targets is null)
        {
            return 0;
        }

        var refused = 0f;
        Span<float> moved = stackalloc float[Categories.Count];
        moved.Clear();
        for (var category = 0; category < _targets.Length; category++)
        {
            if (_targets[category] == Refused)
            {
                refused = Math.Max(refused, probabilities[category]);
            }
            else
            {
                moved[_targets[category]] += probabilities[category];
            }
        }

        moved.CopyTo(probabilities);
        return refused;
    }
}
