using Krm.Analytics.Classification;
using Krm.Cli.Tables;
using NodaTime;

namespace Krm.Cli.Models;

/// <summary>Cases that carry a category, with their day where one is known, and cases without; of very many a sample, so that memory is bounded.</summary>
/// <param name="options">The bounds, and the seed of the sample.</param>
internal sealed class LabeledCases(TrainingOptions options)
{
    private readonly StratifiedReservoir<(LabeledText Case, string Day)> _sample = new(options.MaximumCases, options.MaximumCharacters, options.Seed);
    private readonly StratifiedReservoir<LabeledText> _unlabeled = new(options.MaximumUnlabeledCases, options.MaximumCharacters, options.Seed);
    private IReadOnlyList<(LabeledText Case, string Day)>? _kept;

    /// <summary>How many cases with a category there were.</summary>
    public long Seen => _sample.Seen;

    public IReadOnlyList<LabeledText> Cases => [.. Kept.Select(item => item.Case)];

    /// <summary>The day of each case as ISO 8601; empty texts where no day is known.</summary>
    public IReadOnlyList<string> Days => [.. Kept.Select(item => item.Day)];

    /// <summary>Cases without category.</summary>
    public IReadOnlyList<LabeledText> Unlabeled => _unlabeled.Items;

    /// <summary>How many different categories there are.</summary>
    public int CategoryCount => Kept.Select(item => item.Case.Category).Distinct(StringComparer.Ordinal).Count();

    private IReadOnlyList<(LabeledText Case, string Day)> Kept => _kept ??= _sample.Items;

    /// <summary>Takes a case; one with neither category nor text is passed over.</summary>
    public void Add(string text, string category, LocalDate? day)
    {
        if (category.Length > 0)
        {
            _kept = null;
            _sample.Add(category, text.Length, (new LabeledText(text, category), day is { } known ? IsoDate.Format(known) : string.Empty));
        }
        else if (text.Length > 0)
        {
            _unlabeled.Add(category, text.Length, new LabeledText(text, null));
        }
    }

    /// <summary>Divides the cases by a mask: those it marks come second.</summary>
    public (IReadOnlyList<LabeledText> Kept, IReadOnlyList<LabeledText> HeldOut) Split(IReadOnlyList<bool> isHeldOut) =>
    (
        [.. Kept.Where((_, index) => !isHeldOut[index]).Select(item => item.Case)],
        [.. Kept.Where((_, index) => isHeldOut[index]).Select(item => item.Case)]
    );
}
