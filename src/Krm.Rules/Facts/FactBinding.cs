using NodaTime;

namespace Krm.Rules.Facts;

/// <summary>Feeds the facts of a rule set from a host's own type (Bindung).</summary>
/// <remarks>
/// Mutable while it is set up; <see cref="Read"/> may then be called from several threads at once. Facts that are not
/// bound take their default. Needs no reflection.
/// </remarks>
/// <typeparam name="TCase">The host's type of a case.</typeparam>
/// <example><code>
/// var binding = ruleSet.Bind&lt;Ticket&gt;(ticket =&gt; ticket.Number, ticket =&gt; ticket.Received)
///     .Fact("kanal", ticket =&gt; ticket.Channel)
///     .Fact("konkreter_sachverhalt", ticket =&gt; ticket.IsConcrete);
/// CasePlan plan = evaluator.Evaluate(binding.Read(ticket));
/// </code></example>
public sealed class FactBinding<TCase>
{
    private readonly RuleSet _ruleSet;
    private readonly Func<TCase, string> _caseId;
    private readonly Func<TCase, FactValue>[] _readers;
    private Func<TCase, LocalTime?>? _receivedTime;

    internal FactBinding(RuleSet ruleSet, Func<TCase, string> caseId, Func<TCase, LocalDate> received)
    {
        _ruleSet = ruleSet;
        _caseId = Guard.NotNull(caseId);
        Guard.NotNull(received);
        _readers = new Func<TCase, FactValue>[ruleSet.Facts.Count];
        for (var index = 0; index < _readers.Length; index++)
        {
            _readers[index] = static _ => FactValue.Missing;
        }

        _readers[0] = item => new FactValue(DayNumber.From(received(item)));
    }

    /// <summary>Binds a list or text fact; <c>null</c> is "missing".</summary>
    /// <exception cref="ArgumentException">The rule set has no such fact, or it has another type.</exception>
    public FactBinding<TCase> Fact(string name, Func<TCase, string?> read)
    {
        Guard.NotNull(read);
        var fact = Find(name, FactType.Choice, FactType.Text);
        return Set(fact, item => read(item) is { } text ? Encode(fact, text) : FactValue.Missing);
    }

    /// <summary>Binds a yes/no fact; <c>null</c> is "missing".</summary>
    /// <inheritdoc cref="Fact(string, Func{TCase, string})"/>
    public FactBinding<TCase> Fact(string name, Func<TCase, bool?> read)
    {
        Guard.NotNull(read);
        var fact = Find(name, FactType.YesNo);
        return Set(fact, item => read(item) is { } value ? fact.Encode(value) : FactValue.Missing);
    }

    /// <summary>Binds a number fact; <c>null</c> is "missing".</summary>
    /// <inheritdoc cref="Fact(string, Func{TCase, string})"/>
    public FactBinding<TCase> Fact(string name, Func<TCase, decimal?> read)
    {
        Guard.NotNull(read);
        var fact = Find(name, FactType.Number);
        return Set(fact, item => read(item) is { } value ? fact.Encode(value) : FactValue.Missing);
    }

    /// <summary>Binds a date fact; <c>null</c> is "missing".</summary>
    /// <inheritdoc cref="Fact(string, Func{TCase, string})"/>
    public FactBinding<TCase> Fact(string name, Func<TCase, LocalDate?> read)
    {
        Guard.NotNull(read);
        var fact = Find(name, FactType.Date);
        return Set(fact, item => read(item) is { } value ? fact.Encode(value) : FactValue.Missing);
    }

    /// <summary>Binds the time of receipt on the clock in Germany, for periods in hours; <c>null</c> if only the day is known.</summary>
    public FactBinding<TCase> ReceivedTime(Func<TCase, LocalTime?> read)
    {
        _receivedTime = Guard.NotNull(read);
        return this;
    }

    /// <summary>The facts of a case.</summary>
    /// <exception cref="CaseFactsException">A fact is missing without default or not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number or date is out of the range its fact declares.</exception>
    public CaseFacts Read(TCase item)
    {
        Span<FactValue> values = _readers.Length <= 64 ? stackalloc FactValue[_readers.Length] : new FactValue[_readers.Length];
        for (var index = 0; index < _readers.Length; index++)
        {
            values[index] = _readers[index](item);
        }

        var facts = CaseFacts.Create(_ruleSet, _caseId(item), values);
        return _receivedTime?.Invoke(item) is { } time ? facts.ReceivedAt(time) : facts;
    }

    private static FactValue Encode(FactDeclaration fact, string text) => fact.TryEncode(text, out var value)
        ? value
        : throw new CaseFactsException([new FactProblem(fact.Name, $"Der Wert ({text.Length} Zeichen) ist nicht erlaubt; erlaubt: {FactTexts.DescribeAllowed(fact)}.")]);

    private FactDeclaration Find(string name, params FactType[] types)
    {
        var fact = _ruleSet.Facts.Skip(1).FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new ArgumentException($"The rule set '{_ruleSet.Id}' has no fact '{name}'.", nameof(name));
        return types.Contains(fact.Type) ? fact : throw new ArgumentException($"The fact '{name}' is of type {fact.Type}.", nameof(name));
    }

    private FactBinding<TCase> Set(FactDeclaration fact, Func<TCase, FactValue> reader)
    {
        _readers[fact.Index] = reader;
        return this;
    }
}
