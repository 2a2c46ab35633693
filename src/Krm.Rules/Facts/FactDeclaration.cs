using System.Globalization;
using Krm.Rules.Conditions;
using NodaTime;

namespace Krm.Rules.Facts;

/// <summary>A fact (Tatsache) a rule set asks about: its name, type, allowed values and default.</summary>
/// <remarks>Immutable and thread-safe. Belongs to the rule set that declared it.</remarks>
public sealed class FactDeclaration
{
    /// <summary>Name of the fact every rule set knows without declaring it: the day of receipt (Eingang).</summary>
    public const string ReceivedName = "received";

    /// <summary>The largest number of decimals a number fact can declare.</summary>
    public const int MaximumDecimals = 6;

    internal const long NumberLimit = 1_000_000_000_000_000;

    private readonly Dictionary<string, int> _positions;

    internal FactDeclaration(int index, string name, string label, FactType type, IReadOnlyList<FactChoice>? choices = null)
    {
        Index = index;
        Name = name;
        Label = label;
        Type = type;
        Choices = choices ?? [];
        _positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var position = 0; position < Choices.Count; position++)
        {
            _positions[Choices[position].Name] = position;
        }
    }

    internal FactDeclaration(FactDeclaration other, FactValue? defaultValue)
        : this(other.Index, other.Name, other.Label, other.Type, other.Choices)
    {
        (Decimals, Minimum, Maximum, Unit) = (other.Decimals, other.Minimum, other.Maximum, other.Unit);
        (IsOptional, Vocabulary, Default) = (other.IsOptional, other.Vocabulary, defaultValue);
    }

    /// <summary>Name, as conditions and column headings write it.</summary>
    public string Name { get; }

    /// <summary>German label a person reads.</summary>
    public string Label { get; }

    /// <summary>Type of its values.</summary>
    public FactType Type { get; }

    /// <summary>The closed list, in the order of its declaration; empty for other types.</summary>
    public IReadOnlyList<FactChoice> Choices { get; }

    /// <summary>Decimals of a number, 0 to <see cref="MaximumDecimals"/>; 0 unless declared.</summary>
    public int Decimals { get; internal init; }

    /// <summary>Smallest allowed number, inclusive; <c>null</c> if none was declared.</summary>
    public decimal? Minimum { get; internal init; }

    /// <summary>Largest allowed number, inclusive; <c>null</c> if none was declared.</summary>
    public decimal? Maximum { get; internal init; }

    /// <summary>Unit of a number, for people; may be empty.</summary>
    public string Unit { get; internal init; } = "";

    /// <summary>Whether a case may leave the fact open; it is then "missing".</summary>
    public bool IsOptional { get; internal init; }

    /// <summary>The value a case gets that says nothing about the fact; <c>null</c> if the fact has to be given.</summary>
    public FactValue? Default { get; internal init; }

    /// <summary>Whether the fact is the result of an earlier table rather than an input.</summary>
    public bool IsResult { get; internal init; }

    /// <summary>Position of the fact's value in the span that <see cref="IRuleEvaluator"/> takes; 0 is the day of receipt.</summary>
    public int Index { get; }

    /// <summary>All values the fact can take.</summary>
    public ValueSet Domain => _domain ??= CreateDomain();

    internal TextVocabulary Vocabulary { get; } = new();

    internal (int From, int To) DayRange { get; init; } = (DayNumber.Earliest, DayNumber.Latest);

    private ValueSet? _domain;

    /// <summary>The value of a yes/no fact.</summary>
    /// <exception cref="InvalidOperationException">The fact has another type.</exception>
    public FactValue Encode(bool value)
    {
        Require(FactType.YesNo);
        return new FactValue(value ? 1 : 0);
    }

    /// <summary>The value of a date fact.</summary>
    /// <exception cref="InvalidOperationException">The fact has another type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is not allowed.</exception>
    public FactValue Encode(LocalDate value)
    {
        Require(FactType.Date);
        return new FactValue(InDomain(DayNumber.From(value), nameof(value)));
    }

    /// <summary>The value of a number fact.</summary>
    /// <exception cref="InvalidOperationException">The fact has another type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range or has more decimals than declared.</exception>
    public FactValue Encode(decimal value)
    {
        Require(FactType.Number);
        return TryScale(value, out var code)
            ? new FactValue(InDomain(code, nameof(value)))
            : throw new ArgumentOutOfRangeException(nameof(value), $"The fact '{Name}' has at most {Decimals} decimals.");
    }

    /// <summary>The value that a text stands for, according to the type: list value, "ja", "2026-03-02", "12.5" or free text.</summary>
    /// <exception cref="ArgumentException">The text is not a value of the fact; the message lists what is allowed.</exception>
    public FactValue Encode(string text) =>
        TryEncode(Guard.NotNull(text), out var value)
            ? value
            : throw new ArgumentException($"Not a value of the fact '{Name}'; allowed: {FactTexts.DescribeAllowed(this)}.", nameof(text));

    /// <summary>Reads a text as a value of the fact; an empty text is "missing".</summary>
    /// <returns><c>false</c> if the text is not an allowed value.</returns>
    public bool TryEncode(string text, out FactValue value)
    {
        Guard.NotNull(text);
        var trimmed = text.Trim();
        value = FactValue.Missing;
        if (trimmed.Length == 0)
        {
            return IsOptional;
        }

        if (!FactTexts.TryParse(this, trimmed, out var code) || !Domain.Contains(code))
        {
            return false;
        }

        value = new FactValue(code);
        return true;
    }

    /// <summary>The value as a person reads it, in German; free text that no rule names is never shown.</summary>
    public string Format(FactValue value) => FactTexts.Format(this, value.Code);

    internal int FindChoice(string name)
    {
        if (_positions.TryGetValue(name, out var position))
        {
            return position;
        }

        for (var index = 0; index < Choices.Count; index++)
        {
            if (string.Equals(Choices[index].Name, name, StringComparison.OrdinalIgnoreCase) ||
                string.Equals(Choices[index].Label, name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    internal bool TryScale(decimal value, out long code)
    {
        var scale = 1m;
        for (var digit = 0; digit < Decimals; digit++)
        {
            scale *= 10;
        }

        code = 0;
        if (Math.Abs(value) > NumberLimit / scale || decimal.Truncate(value * scale) != value * scale)
        {
            return false;
        }

        code = (long)(value * scale);
        return true;
    }

    internal decimal Unscale(long code)
    {
        var value = (decimal)code;
        for (var digit = 0; digit < Decimals; digit++)
        {
            value /= 10;
        }

        return value;
    }

    private void Require(FactType type)
    {
        if (Type != type)
        {
            throw new InvalidOperationException($"The fact '{Name}' is of type {Type}, not {type}.");
        }
    }

    private long InDomain(long code, string parameter) => Domain.Contains(code)
        ? code
        : throw new ArgumentOutOfRangeException(parameter, string.Format(
            CultureInfo.InvariantCulture, "Not a value of the fact '{0}'; allowed: {1}.", Name, FactTexts.DescribeAllowed(this)));

    private ValueSet CreateDomain()
    {
        var values = Type switch
        {
            FactType.YesNo => ValueSet.Range(0, 1),
            FactType.Choice => ValueSet.Range(0, Choices.Count - 1),
            FactType.Date => ValueSet.Range(DayRange.From, DayRange.To),
            FactType.Number => ValueSet.Range(Bound(Minimum, -NumberLimit), Bound(Maximum, NumberLimit)),
            _ => ValueSet.Range(0, int.MaxValue),
        };
        return IsOptional ? values.Union(ValueSet.Missing) : values;
    }

    private long Bound(decimal? declared, long otherwise) => declared is { } value && TryScale(value, out var code) ? code : otherwise;
}
