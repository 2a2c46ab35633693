using System.Globalization;
using Krm.Reporting.Formatting;
using NodaTime;
using NodaTime.Text;

namespace Krm.Reporting.Tables;

/// <summary>One cell of a table of the report: a text, number, date, or nothing.</summary>
/// <remarks>The default value is an empty cell.</remarks>
public readonly record struct ReportCell
{
    private readonly string? _text;
    private readonly double? _number;
    private readonly LocalDate? _date;
    private readonly NumberKind _kind;
    private readonly int _decimals;

    private ReportCell(string? text, double? number, LocalDate? date, NumberKind kind, int decimals, bool isSuppressed)
    {
        _text = text;
        _number = number;
        _date = date;
        _kind = kind;
        _decimals = decimals;
        IsSuppressed = isSuppressed;
    }

    /// <summary>Whether the cell holds a number that is withheld.</summary>
    public bool IsSuppressed { get; }

    /// <summary>Whether the cell holds a number, withheld or not.</summary>
    public bool IsNumber => _number is not null || IsSuppressed;

    /// <summary>Whether the cell holds a text.</summary>
    public bool IsText => _text is not null;

    /// <summary>The number; shares as 0 to 1; <see langword="null"/> where the cell holds none or it is withheld.</summary>
    public double? Number => _number;

    /// <summary>A cell with a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The cell.</returns>
    public static ReportCell Of(string text) => new(text, null, null, NumberKind.Plain, 0, false);

    /// <summary>A cell with a count.</summary>
    /// <param name="count">The count.</param>
    /// <returns>The cell.</returns>
    public static ReportCell Of(ReportCount count) => new(null, count.Value, null, NumberKind.Plain, 0, count.IsSuppressed);

    /// <summary>A cell with a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The cell.</returns>
    public static ReportCell Of(LocalDate date) => new(null, null, date, NumberKind.Plain, 0, false);

    /// <summary>A cell with a number, or an empty one.</summary>
    /// <param name="number">The number.</param>
    /// <param name="decimals">Decimals shown to people, 0 to 6.</param>
    /// <returns>The cell.</returns>
    public static ReportCell Of(double? number, int decimals) => new(null, number, null, NumberKind.Plain, decimals, false);

    /// <summary>A cell with a share, or an empty one; people see percent.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <returns>The cell.</returns>
    public static ReportCell OfShare(double? share) => new(null, share, null, NumberKind.Share, 0, false);

    /// <summary>A cell with a relative change, or an empty one; people see percent with a sign.</summary>
    /// <param name="change">The change: 0.1 for 10 % more.</param>
    /// <returns>The cell.</returns>
    public static ReportCell OfChange(double? change) => new(null, change, null, NumberKind.Change, 0, false);

    /// <summary>The cell as a German reader expects it.</summary>
    /// <returns>The text; <c>•</c> for a withheld number, <c>–</c> for nothing.</returns>
    public string ToGerman() => this switch
    {
        { IsSuppressed: true } => GermanFormat.SuppressedMark,
        { _text: { } text } => text,
        { _date: { } date } => GermanFormat.Date(date),
        { _number: { } share, _kind: NumberKind.Share } => GermanFormat.Percent(share, _decimals),
        { _number: { } change, _kind: NumberKind.Change } => GermanFormat.Change(change),
        { _number: { } number } => GermanFormat.Number(number, _decimals),
        _ => GermanFormat.EmptyMark,
    };

    /// <summary>The cell as a program expects it: ISO 8601 dates, a point in numbers, nothing for nothing.</summary>
    /// <returns>The text; empty for a withheld number and for nothing.</returns>
    public string ToInvariant() => this switch
    {
        { _text: { } text } => text,
        { _date: { } date } => LocalDatePattern.Iso.Format(date),
        { _number: { } number } => number.ToString("R", CultureInfo.InvariantCulture),
        _ => "",
    };

    private enum NumberKind
    {
        Plain,
        Share,
        Change,
    }
}
