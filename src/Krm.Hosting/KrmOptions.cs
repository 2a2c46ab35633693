using Krm.Analytics.Classification;
using Krm.Rules;

namespace Krm.Hosting;

/// <summary>What one office of a host works with: calendar, rule sets, classifier.</summary>
/// <remarks>
/// Mutable and not thread-safe while it is configured; the <see cref="KrmSnapshot"/> that comes of it is immutable and thread-safe. Every
/// property can stand in a configuration section under its own name. Paths are absolute or relative to the content root of
/// the host; without a host, to the folder of the application. Everything is checked at start, the content of the files
/// included, and again at each change of them; all that is wrong stands in one message.
/// </remarks>
/// <example><code>
/// services.AddKrm(options =>
/// {
///     options.Land = "HH";
///     options.RuleSets.Add("harburg");
/// });
/// </code></example>
public sealed class KrmOptions
{
    private readonly List<RuleSet> _ruleSets = [];
    private (ITextClassifier Classifier, string Version)? _classifier;

    /// <summary>Code of the Bundesland of the office, such as <c>HH</c>; required.</summary>
    public string Land { get; set; } = "";

    /// <summary>Municipality key (AGS) whose own holidays count too, eight digits.</summary>
    /// <value>Default <see langword="null"/>: only the holidays of the whole Land are sure.</value>
    public string? Municipality { get; set; }

    /// <summary>Days of the week on which the office works: <c>MoFr</c> or <c>MoSa</c>.</summary>
    /// <value>Default <c>MoFr</c>.</value>
    public string Week { get; set; } = "MoFr";

    /// <summary>A file of holiday data (JSON, as described in docs/calendar.md) that is added to the shipped ones.</summary>
    /// <value>Default <see langword="null"/>: the shipped data of all 16 Länder alone.</value>
    public string? HolidaysFile { get; set; }

    /// <summary>Whether <see cref="HolidaysFile"/> takes the place of the shipped data instead of being added.</summary>
    /// <value>Default <see langword="false"/>. Ignored without a file.</value>
    public bool ReplacesShippedHolidays { get; set; }

    /// <summary>An iCalendar file whose whole-day events are days on which the office is closed.</summary>
    /// <value>Default <see langword="null"/>: no closures.</value>
    public string? ClosuresFile { get; set; }

    /// <summary>The rule sets: the id of a shipped one, such as <c>harburg</c>, or the path of a <c>*.regelwerk.json</c>.</summary>
    /// <value>
    /// Default empty: cases cannot be planned. Several versions of one id may stand here if their validity does not overlap;
    /// the day of receipt decides between them.
    /// </value>
    public IList<string> RuleSets { get; } = [];

    /// <summary>Whether a rule set is refused if a test case kept inside it fails.</summary>
    /// <value>Default <see langword="true"/>.</value>
    public bool RunsRuleSetTests { get; set; } = true;

    /// <summary>A model file, written by <c>krm train</c> or <see cref="TextClassifier.Write"/>.</summary>
    /// <value>Default <see langword="null"/>: texts cannot be classified unless <see cref="UseClassifier"/> was called.</value>
    public string? ModelFile { get; set; }

    /// <summary>Confidence below which the classifier of <see cref="ModelFile"/> abstains, 0–1.</summary>
    /// <value>Default <see cref="TextClassifier.DefaultThreshold"/>.</value>
    public double Threshold { get; set; } = TextClassifier.DefaultThreshold;

    /// <summary>Whether changed files and a changed configuration are taken without a restart.</summary>
    /// <value>Default <see langword="true"/>. <see cref="KrmProvider.Reload"/> works either way.</value>
    public bool ReloadsOnChange { get; set; } = true;

    /// <summary>
    /// How often the files are looked at, 50 milliseconds to one day. A change is taken once the file has rested for one
    /// interval, so that a file is not read in the middle of being written.
    /// </summary>
    /// <value>Default 2 seconds. Looking costs one system call a file and works on network drives and mounted volumes.</value>
    public TimeSpan ReloadInterval { get; set; } = TimeSpan.FromSeconds(2);

    // Methods, since every property of options is taken for a key of the configuration.
    internal IReadOnlyList<RuleSet> GivenRuleSets() => _ruleSets;

    internal (ITextClassifier Classifier, string Version)? GivenClassifier() => _classifier;

    /// <summary>Adds a rule set that the host has read itself, for example from its database.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <returns>These options.</returns>
    public KrmOptions UseRuleSet(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        _ruleSets.Add(ruleSet);
        return this;
    }

    /// <summary>Takes a classifier of the host's own in place of <see cref="ModelFile"/>.</summary>
    /// <param name="classifier">The classifier; it is shared between threads.</param>
    /// <param name="version">What names it in logs and decisions; change it whenever the classifier changes.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is empty.</exception>
    public KrmOptions UseClassifier(ITextClassifier classifier, string version)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        _classifier = (classifier, version);
        return this;
    }
}
