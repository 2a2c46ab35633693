using Krm.Analytics.Classification;
using Krm.Cli.Tables;
using NodaTime;

namespace Krm.Cli.Models;

/// <summary>Cases that carry a category, with their day where one is known.</summary>
internal sealed class LabeledCases
{
    private readonly List<LabeledText> _cases = [];
    private readonly List<string> _days = [];

    public IReadOnlyList<LabeledText> Cases => _cases;

    /// <summary>The day of each case as ISO 8601; empty texts where no day is known.</summary>
    public IReadOnlyList<string> Days => _days;

    /// <summary>How many different categories there are.</summary>
    public int CategoryCount => _cases.Select(item => item.Category).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Takes a case; one without category is passed over.</summary>
    public void Add(string text, string category, LocalDate? day)
    {
        if (category.Length > 0)
        {
            _cases.Add(new LabeledText(text, category));
            _days.Add(day is { } known ? IsoDate.Format(known) : string.Empty);
        }
    }

    /// <summary>Divides the cases by a mask: those it marks come second.</summary>
    public (IReadOnlyList<LabeledText> Kept, IReadOnlyList<LabeledText> HeldOut) Split(IReadOnlyList<bool> isHeldOut) =>
    (
        [.. _cases.Where((_, index) => !isHeldOut[index])],
        [.. _cases.Where((_, index) => isHeldOut[index])]
    );
}
