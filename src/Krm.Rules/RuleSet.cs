using Krm.Rules.Facts;
using Krm.Rules.Parameters;
using Krm.Rules.Serialization;
using Krm.Rules.Sources;
using Krm.Rules.Testing;
using NodaTime;

namespace Krm.Rules;

/// <summary>A rule set (Regelwerk): what an office has laid down for its cases, as data.</summary>
/// <remarks>
/// Immutable and thread-safe. Read from a <c>*.regelwerk.json</c> document; reading validates all of it and reports every
/// problem at once. <see cref="RuleEvaluator"/> compiles it once and applies it to cases.
/// </remarks>
/// <example><code>
/// var ruleSet = ShippedRuleSets.Get("harburg");
/// var evaluator = new RuleEvaluator(ruleSet, Bundesland.Hamburg);
/// var plan = evaluator.Evaluate(CaseFacts.Create(ruleSet, "17", new LocalDate(2026, 3, 2), new Dictionary&lt;string, string?&gt; { ["adressat"] = "Bezirksamtsleitung" }));
/// </code></example>
public sealed class RuleSet
{
    internal RuleSet(string id, string version, string title, IReadOnlyList<FactDeclaration> facts, IReadOnlyList<RuleTable> tables)
    {
        Id = id;
        Version = version;
        Title = title;
        Facts = facts;
        Tables = tables;
        Rules = [.. tables.SelectMany(table => table.Otherwise is null ? table.Rules : table.Rules.Append(table.Otherwise))];
    }

    /// <summary>Identifier, for example <c>harburg</c>.</summary>
    public string Id { get; }

    /// <summary>Version, for example <c>1.0.0</c>.</summary>
    public string Version { get; }

    /// <summary>German title.</summary>
    public string Title { get; }

    /// <summary>First day of receipt the rule set counts for, inclusive; <c>null</c> for no beginning.</summary>
    public LocalDate? ValidFrom { get; internal init; }

    /// <summary>Last day of receipt the rule set counts for, inclusive; <c>null</c> for no end.</summary>
    public LocalDate? ValidTo { get; internal init; }

    /// <summary>Code of the Bundesland whose calendar its own tests use; empty if it names none.</summary>
    public string Land { get; internal init; } = "";

    /// <summary>A remark for people; may be empty.</summary>
    public string Note { get; internal init; } = "";

    /// <summary>The documents the rules are drawn from.</summary>
    public IReadOnlyList<RuleSource> Sources { get; internal init; } = [];

    /// <summary>The facts a case is described by, without results of tables; the first is the day of receipt.</summary>
    public IReadOnlyList<FactDeclaration> Facts { get; }

    /// <summary>The periods rules refer to by name.</summary>
    public IReadOnlyList<RuleParameter> Parameters { get; internal init; } = [];

    /// <summary>The decision tables in the order of their evaluation.</summary>
    public IReadOnlyList<RuleTable> Tables { get; }

    /// <summary>All rules of all tables, each table's <see cref="RuleTable.Otherwise"/> after its rules.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Duties that come back with the calendar.</summary>
    public IReadOnlyList<RecurringDuty> RecurringDuties { get; internal init; } = [];

    /// <summary>The test cases kept inside.</summary>
    public IReadOnlyList<RuleSetTest> Tests { get; internal init; } = [];

    /// <summary>SHA-256 of the canonical form, in hexadecimal: equal for rule sets of equal content, whatever their layout.</summary>
    public string Fingerprint => _fingerprint ??= RuleSetWriter.Fingerprint(this);

    private string? _fingerprint;

    /// <summary>Reads a rule set from its JSON text.</summary>
    /// <param name="json">The document.</param>
    /// <param name="sourceName">Name of the file, for messages.</param>
    /// <exception cref="RuleSetFormatException">The document has at least one problem; the exception carries all of them.</exception>
    public static RuleSet Read(string json, string sourceName = "Regelwerk") =>
        Read(System.Text.Encoding.UTF8.GetBytes(Guard.NotNull(json)), sourceName);

    /// <summary>Reads a rule set from the bytes of its JSON document in UTF-8, with or without byte order mark.</summary>
    /// <inheritdoc cref="Read(string, string)"/>
    public static RuleSet Read(ReadOnlySpan<byte> json, string sourceName = "Regelwerk") =>
        TryRead(json, out var ruleSet, out var problems) ? ruleSet : throw new RuleSetFormatException(Guard.NotNull(sourceName), problems);

    /// <summary>Reads a rule set from a stream to its end; the stream stays open.</summary>
    /// <remarks>At most <see cref="RuleSetLimits.Bytes"/> and one byte are read.</remarks>
    /// <inheritdoc cref="Read(string, string)"/>
    public static RuleSet Read(Stream json, string sourceName = "Regelwerk") =>
        Read(RuleSetLimits.ReadBounded(Guard.NotNull(json)), sourceName);

    /// <summary>Reads a rule set, or says everything that is wrong with it.</summary>
    /// <param name="json">The document in UTF-8, with or without byte order mark.</param>
    /// <param name="ruleSet">The rule set; <c>null</c> if there are problems.</param>
    /// <param name="problems">Every problem in the order of the file; empty on success.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> json,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RuleSet? ruleSet,
        out IReadOnlyList<RuleSetProblem> problems)
    {
        ruleSet = RuleSetReader.Read(json, out problems);
        return ruleSet is not null;
    }

    /// <summary>Writes the rule set as an indented JSON document that reads back to an equal one.</summary>
    public string ToJson() => RuleSetWriter.Write(this, indented: true);

    /// <summary>The fact of the given name, results of tables included; <c>null</c> if there is none.</summary>
    public FactDeclaration? FindFact(string name) =>
        Facts.FirstOrDefault(fact => fact.Name == name) ?? Tables.Select(table => table.Result).FirstOrDefault(fact => fact?.Name == name);

    /// <summary>Starts a binding of the facts to a host's own type.</summary>
    /// <param name="caseId">Gives the identifier of a case.</param>
    /// <param name="received">Gives its day of receipt.</param>
    /// <typeparam name="TCase">The host's type of a case.</typeparam>
    public FactBinding<TCase> Bind<TCase>(Func<TCase, string> caseId, Func<TCase, LocalDate> received) => new(this, caseId, received);

    /// <summary>The rule set with another value of a parameter, valid at all times: an office's own number.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="period">The period, for example <c>3AT</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    /// <exception cref="RuleSetFormatException">The text is not a period.</exception>
    public RuleSet WithParameter(string name, string period) => ParameterChange.Apply(this, Guard.NotNull(name), Guard.NotNull(period));

    /// <summary>Whether the rule set counts for a case received on the day.</summary>
    public bool IsValidOn(LocalDate day) => !(ValidFrom > day) && !(ValidTo < day);
}
