using System.Reflection;
using System.Text;
using Krm.Calendar.Deadlines.Policies;
using NodaTime;

namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>The sections and notification fictions by which deadlines are computed, with their validity.</summary>
/// <remarks>
/// Immutable and thread-safe. <see cref="Germany"/> is read from the embedded file <c>deadline-rules.de.json</c>, the one
/// place where all rules stand; a Land's own rule is one more line there. A host reads its own with <see cref="Read"/>.
/// Reading costs some milliseconds: do it once.
/// </remarks>
public sealed class DeadlineRuleBook
{
    private const string ResourceName = "Krm.Calendar.Deadlines.deadline-rules.de.json";

    private static readonly Lazy<DeadlineRuleBook> Shipped = new(ReadShipped);

    private readonly RegimeRules[] _regimes;
    private readonly ILookup<(string Law, DeadlineEventKind Way, ActLaw Act), NotificationFiction> _index;
    private readonly NotificationFiction[]?[] _federal;

    internal DeadlineRuleBook(string version, IReadOnlyList<RegimeRules> regimes, IReadOnlyList<NotificationFiction> fictions, string content)
    {
        Version = version;
        Fictions = fictions;
        _regimes = [.. regimes.OrderBy(rules => rules.Regime)];
        _index = fictions.ToLookup(fiction => (fiction.Law, fiction.Way, fiction.Act));
        _federal = new NotificationFiction[_regimes.Length * DeadlineCodes.EventKinds.Values.Count][];
        foreach (RegimeRules rules in _regimes.Where(rules => rules.FictionLaw is not null))
        {
            foreach (DeadlineEventKind way in DeadlineCodes.EventKinds.Values)
            {
                _federal[Slot(rules.Regime, way)] = [.. _index[(rules.FictionLaw!.Id, way, ActLaw.Federation)]];
            }
        }

        Fingerprint = Fingerprinting.Of(Encoding.UTF8.GetBytes(content));
    }

    /// <summary>The shipped rules of the Federation and the Länder.</summary>
    public static DeadlineRuleBook Germany => Shipped.Value;

    /// <summary>Version of the rules as the file states it.</summary>
    public string Version { get; }

    /// <summary>Hash of the file without insignificant white space (16 hexadecimal digits).</summary>
    public string Fingerprint { get; }

    /// <summary>All notification fictions in the order of the file.</summary>
    public IReadOnlyList<NotificationFiction> Fictions { get; }

    /// <summary>Reads a complete file of rules that takes the place of the shipped one.</summary>
    /// <param name="json">The content of a <c>deadline-rules.*.json</c> file.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="DeadlineRulesException">The file has problems; all of them are listed.</exception>
    public static DeadlineRuleBook Read(string json, string source) =>
        RuleBookReader.Read(Guard.NotNull(json), Guard.NotNull(source));

    internal RegimeRules Rules(DeadlineRegime regime) => _regimes[(int)regime];

    /// <summary>The fiction of a regime and way that is valid on a day, or null.</summary>
    internal NotificationFiction? Find(RegimeRules rules, DeadlineEventKind way, ActLaw act, LocalDate day)
    {
        if (act.Land is not null && rules.FictionLaw is { } law)
        {
            // A Land's rules stand beside the Federation's; ways it does not name follow the latter.
            foreach (NotificationFiction fiction in _index[(law.Id, way, act)])
            {
                if (fiction.IsValidOn(day))
                {
                    return fiction;
                }
            }
        }

        foreach (NotificationFiction fiction in _federal[Slot(rules.Regime, way)] ?? [])
        {
            if (fiction.IsValidOn(day))
            {
                return fiction;
            }
        }

        return null;
    }

    /// <summary>Whether a Land has rules of its own for the law of a regime.</summary>
    internal bool HasLandRules(RegimeRules rules, ActLaw act) =>
        rules.FictionLaw is { } law && Fictions.Any(fiction => fiction.Law == law.Id && fiction.Act == act);

    private static int Slot(DeadlineRegime regime, DeadlineEventKind way) => ((int)regime * DeadlineCodes.EventKinds.Values.Count) + (int)way;

    private static DeadlineRuleBook ReadShipped()
    {
        using Stream stream = typeof(DeadlineRuleBook).GetTypeInfo().Assembly.GetManifestResourceStream(ResourceName)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return Read(reader.ReadToEnd(), "deadline-rules.de.json");
    }
}
