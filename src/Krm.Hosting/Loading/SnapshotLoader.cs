using System.Security.Cryptography;
using System.Text;
using Krm.Analytics.Anonymization;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Lawbook;
using Krm.Rules;

namespace Krm.Hosting.Loading;

/// <summary>Reads and checks everything that options name, and reports every problem at once.</summary>
internal sealed class SnapshotLoader(string contentRoot)
{
    private const int FingerprintLength = 16;

    private readonly FileCache _files = new();
    private readonly Anonymizer _anonymizer = new();

    public LoadResult Load(KrmOptions options)
    {
        var reading = new Reading(contentRoot, _files);
        CheckInterval(options, reading);
        var place = CalendarLoader.Load(options, reading);
        var ruleSets = RuleSetLoader.Load(options, reading);
        var classifier = ClassifierLoader.Load(options, reading);
        if (reading.Problems.Count > 0 || place is null)
        {
            return new LoadResult(null, reading.Problems, reading.Stamps);
        }

        var rules = DeadlineRuleBook.Germany;
        reading.Parts.Add(new KrmPart(KrmPartKind.DeadlineRules, "deadline-rules.de", rules.Version, rules.Fingerprint, ""));
        var parts = new SnapshotParts
        {
            Land = place.Land,
            Holidays = place.Holidays,
            Calendar = place.Calendar,
            Deadlines = new DeadlineCalculator(place.Holidays, rules, place.Calendar),
            RuleSets = ruleSets,
            Evaluators = [.. ruleSets.Select(ruleSet => new RuleEvaluator(ruleSet, place.Land, place.Calendar, place.Holidays))],
            Classifier = classifier,
            Anonymizer = _anonymizer,
            Parts = reading.Parts,
            Fingerprint = FingerprintOf(reading.Parts),
        };
        return new LoadResult(parts, [], reading.Stamps);
    }

    private static void CheckInterval(KrmOptions options, Reading reading)
    {
        if (options.ReloadInterval < TimeSpan.FromMilliseconds(50) || options.ReloadInterval > TimeSpan.FromDays(1))
        {
            reading.Refuse(nameof(KrmOptions.ReloadInterval), $"{options.ReloadInterval} is not allowed; allowed are 50 milliseconds to one day.");
        }
    }

    /// <summary>Where a piece was read from does not count: equal data decide equally.</summary>
    private static string FingerprintOf(IReadOnlyList<KrmPart> parts)
    {
        var text = string.Concat(parts.Select(part => $"{part.Kind}|{part.Id}|{part.Version}|{part.Fingerprint}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..FingerprintLength];
    }
}
