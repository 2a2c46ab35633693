namespace Krm.Analytics.Tests.Anonymization.Planting;

/// <summary>A text with one item of personal data at a known place.</summary>
public sealed record PlantedItem(string Text, int Start, int Length)
{
    /// <summary>Makes an item from a template, in which "{}" stands for the value.</summary>
    public static PlantedItem From(string template, string value)
    {
        var start = template.IndexOf("{}", StringComparison.Ordinal);
        return new PlantedItem(template.Remove(start, 2).Insert(start, value), start, value.Length);
    }

    /// <summary>The same item between two other texts.</summary>
    public PlantedItem Between(string before, string after) =>
        new(before + Text + after, Start + before.Length, Length);
}
