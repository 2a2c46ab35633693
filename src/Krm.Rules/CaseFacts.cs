using System.Diagnostics.CodeAnalysis;
using Krm.Rules.Facts;
using Krm.Rules.Serialization;
using NodaTime;

namespace Krm.Rules;

/// <summary>What is known of one case, in the terms of one rule set (Tatsachen des Vorgangs).</summary>
/// <remarks>Holds every fact of the rule set, defaults filled in, and no free text. Immutable and thread-safe.</remarks>
public sealed class CaseFacts
{
    private readonly FactValue[] _values;

    private CaseFacts(RuleSet ruleSet, string caseId, FactValue[] values)
    {
        RuleSet = ruleSet;
        CaseId = caseId;
        _values = values;
    }

    /// <summary>Identifier of the case in the host.</summary>
    public string CaseId { get; }

    /// <summary>The rule set whose facts these are.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>Day of receipt.</summary>
    public LocalDate Received => DayNumber.ToDate((int)_values[0].Code);

    /// <summary>Time of receipt on the clock in Germany, to the minute; <c>null</c> if only the day is known.</summary>
    public LocalTime? ReceivedTime { get; private init; }

    /// <summary>The values in the order of <see cref="RuleSet.Facts"/>.</summary>
    public ReadOnlySpan<FactValue> Values => _values;

    /// <summary>The value of a fact.</summary>
    /// <exception cref="ArgumentException">The fact belongs to another rule set or is the result of a table.</exception>
    public FactValue this[FactDeclaration fact] =>
        Guard.NotNull(fact).Index < _values.Length && ReferenceEquals(RuleSet.Facts[fact.Index], fact)
            ? _values[fact.Index]
            : throw new ArgumentException($"The fact '{fact.Name}' is not an input of the rule set '{RuleSet.Id}'.", nameof(fact));

    /// <summary>Reads the facts of a case from texts by fact name.</summary>
    /// <remarks>
    /// A fact without entry, or with an entry that is <c>null</c> or blank, takes its default. Yes/no facts read ja, nein,
    /// true, false, 1, 0; dates read JJJJ-MM-TT; numbers use a decimal point; lists ignore case.
    /// </remarks>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="caseId">Identifier of the case.</param>
    /// <param name="received">Day of receipt.</param>
    /// <param name="facts">Values by fact name; an unknown name is a problem.</param>
    /// <exception cref="CaseFactsException">A fact is missing without default, has a value that is not allowed, or is unknown.</exception>
    public static CaseFacts Create(RuleSet ruleSet, string caseId, LocalDate received, IReadOnlyDictionary<string, string?> facts) =>
        TryCreate(ruleSet, caseId, received, facts, out var result, out var problems) ? result : throw new CaseFactsException(problems);

    /// <summary>Reads the facts of a case, or says everything that is wrong with them.</summary>
    /// <inheritdoc cref="Create(RuleSet, string, LocalDate, IReadOnlyDictionary{string, string?})"/>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="caseId">Identifier of the case.</param>
    /// <param name="received">Day of receipt.</param>
    /// <param name="facts">Values by fact name; an unknown name is a problem.</param>
    /// <param name="result">The facts; <c>null</c> if there are problems.</param>
    /// <param name="problems">Every problem; empty on success.</param>
    public static bool TryCreate(
        RuleSet ruleSet,
        string caseId,
        LocalDate received,
        IReadOnlyDictionary<string, string?> facts,
        [NotNullWhen(true)] out CaseFacts? result,
        out IReadOnlyList<FactProblem> problems)
    {
        Guard.NotNull(ruleSet);
        Guard.NotNull(caseId);
        Guard.NotNull(facts);
        var found = new List<FactProblem>();
        var values = new FactValue[ruleSet.Facts.Count];
        values[0] = ReceivedValue(ruleSet, received, found);
        for (var index = 1; index < values.Length; index++)
        {
            var fact = ruleSet.Facts[index];
            values[index] = facts.TryGetValue(fact.Name, out var text) && !string.IsNullOrWhiteSpace(text)
                ? Parse(fact, text!, found)
                : Absent(fact, found);
        }

        foreach (var name in facts.Keys.Where(name => ruleSet.Facts.Skip(1).All(fact => fact.Name != name)))
        {
            var names = ruleSet.Facts.Skip(1).Select(fact => fact.Name).ToArray();
            var near = NearestName.Find(name, names) is { } suggestion ? $" Gemeint war vielleicht „{suggestion}“." : "";
            found.Add(new FactProblem(name, $"Diese Tatsache kennt das Regelwerk nicht; es gibt {string.Join(", ", names)}.{near}"));
        }

        problems = found;
        result = found.Count == 0 ? new CaseFacts(ruleSet, caseId, values) : null;
        return result is not null;
    }

    /// <summary>Takes the facts of a case as values in the order of <see cref="RuleSet.Facts"/>, the day of receipt first.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="caseId">Identifier of the case.</param>
    /// <param name="values">One value a fact; "missing" takes the fact's default.</param>
    /// <exception cref="ArgumentException">The number of values differs from that of the facts.</exception>
    /// <exception cref="CaseFactsException">A value is missing without default or not allowed.</exception>
    public static CaseFacts Create(RuleSet ruleSet, string caseId, ReadOnlySpan<FactValue> values)
    {
        Guard.NotNull(ruleSet);
        Guard.NotNull(caseId);
        if (values.Length != ruleSet.Facts.Count)
        {
            throw new ArgumentException($"{values.Length} values were given, the rule set has {ruleSet.Facts.Count} facts.", nameof(values));
        }

        var copy = values.ToArray();
        List<FactProblem>? problems = null;
        for (var index = 0; index < copy.Length; index++)
        {
            var fact = ruleSet.Facts[index];
            if (copy[index].IsMissing)
            {
                copy[index] = Absent(fact, problems ??= []);
            }
            else if (!fact.Domain.Contains(copy[index].Code))
            {
                (problems ??= []).Add(new FactProblem(fact.Name, $"Der Wert ist nicht erlaubt; erlaubt: {FactTexts.DescribeAllowed(fact)}."));
            }
        }

        return problems is null or { Count: 0 } ? new CaseFacts(ruleSet, caseId, copy) : throw new CaseFactsException(problems);
    }

    /// <summary>The same facts with the time of receipt, from which periods in hours run.</summary>
    /// <remarks>
    /// Seconds are cut off. A time that the clock skips in spring counts an hour later; of one that it shows twice in autumn,
    /// the earlier counts. Without a time, periods in hours run from 0:00, the earliest the case can have come.
    /// </remarks>
    /// <param name="time">Time of day on the clock in Germany.</param>
    public CaseFacts ReceivedAt(LocalTime time) => new(RuleSet, CaseId, _values)
    {
        ReceivedTime = GermanTime.Zone.AtLeniently(Received + time).TimeOfDay.With(TimeAdjusters.TruncateToMinute),
    };

    private static FactValue ReceivedValue(RuleSet ruleSet, LocalDate received, List<FactProblem> problems)
    {
        var day = DayNumber.From(received);
        if (!ruleSet.Facts[0].Domain.Contains(day))
        {
            problems.Add(new FactProblem(
                FactDeclaration.ReceivedName,
                $"Für einen Eingang am {German.Date(received)} gilt das Regelwerk nicht; erlaubt: {FactTexts.DescribeAllowed(ruleSet.Facts[0])}."));
        }

        return new FactValue(day);
    }

    private static FactValue Parse(FactDeclaration fact, string text, List<FactProblem> problems)
    {
        if (!fact.TryEncode(text, out var value))
        {
            problems.Add(new FactProblem(fact.Name, $"Der Wert ({text.Length} Zeichen) ist nicht erlaubt; erlaubt: {FactTexts.DescribeAllowed(fact)}."));
        }

        return value;
    }

    private static FactValue Absent(FactDeclaration fact, List<FactProblem> problems)
    {
        if (fact.Default is null)
        {
            problems.Add(new FactProblem(fact.Name, $"Die Angabe fehlt und hat keine Vorgabe; erlaubt: {FactTexts.DescribeAllowed(fact)}."));
        }

        return fact.Default ?? FactValue.Missing;
    }
}
