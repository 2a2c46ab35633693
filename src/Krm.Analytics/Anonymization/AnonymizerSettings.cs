using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization;

/// <summary>The options, checked and in the form the scan needs.</summary>
internal sealed class AnonymizerSettings
{
    private const int LongestLabel = 40;
    private const int ShortestLimit = 64;

    public AnonymizerSettings(AnonymizationOptions options)
    {
        Lexicon = LexiconBuilder.Build(options.Names);
        IsReplaced = new bool[PersonalDataKinds.Count];
        foreach (var kind in options.Kinds)
        {
            IsReplaced[PersonalDataKinds.IndexOf(kind)] = true;
        }

        Labels = [.. PersonalDataKinds.All.Select(kind => LabelOf(options, kind))];
        KeptValues = options.KeptValues.Select(value => DigitKey.Of(value)).ToHashSet();
        MaximumLength = options.MaximumLength ?? int.MaxValue;
        if (MaximumLength < ShortestLimit)
        {
            throw new ArgumentException($"MaximumLength is {MaximumLength}; at least {ShortestLimit} characters are needed, or null for no limit.", nameof(options));
        }
    }

    public Lexicon Lexicon { get; }

    public bool[] IsReplaced { get; }

    public string[] Labels { get; }

    public IReadOnlySet<ulong> KeptValues { get; }

    public int MaximumLength { get; }

    private static string LabelOf(AnonymizationOptions options, PersonalDataKind kind)
    {
        var label = options.Labels.TryGetValue(kind, out var own) ? own : kind.DefaultLabel;
        var isValid = label.Length is >= 1 and <= LongestLabel && char.IsAsciiLetterUpper(label[0])
            && label.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_');
        return isValid
            ? label
            : throw new ArgumentException($"The label for {kind} has {label.Length} characters or others than A-Z, 0-9 and '_'; allowed are 1 to {LongestLabel} of these, the first one a letter.", nameof(options));
    }
}
