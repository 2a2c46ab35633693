using Krm.Reporting.Aggregation;
using NodaTime;

namespace Krm.Reporting;

/// <summary>Takes cases one by one and makes the figures of a report of them.</summary>
/// <remarks>
/// <para>Cases may come in any order; the report does not depend on it. A case costs about 60 bytes and no string that
/// was seen before, so a million cases take some 60 MB while the report is being built.</para>
/// <para>Cases received before <see cref="ReportOptions.From"/> serve to compare: if they reach back one period of the same
/// length, the report says what has changed since. Feed them if you have them.</para>
/// <para>Mutable and not thread-safe; what <see cref="Build"/> returns is immutable and thread-safe.</para>
/// </remarks>
/// <example>
/// <code>
/// var builder = new ReportBuilder(new ReportOptions { AsOf = new LocalDate(2026, 6, 30) });
/// builder.Add(ReportCase.Of(plan, prediction) with { Kind = "Beschwerde", Unit = "Bauamt", Closed = closed });
/// builder.Add(CauseFigure.Of(cause, cube));
/// string html = HtmlReport.Render(builder.Build());
/// </code>
/// </example>
public sealed class ReportBuilder
{
    private readonly ReportOptions _options;
    private readonly CaseStore _store = new();
    private readonly PromiseTally _promises;
    private readonly List<CauseFigure> _causes = [];
    private readonly List<EffectFigure> _effects = [];
    private long _later;
    private long _notApplicable;
    private long _classified;
    private long _abstained;

    /// <summary>Creates an empty builder.</summary>
    /// <param name="options">Title, day and period of the report, and how careful it is with small numbers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is outside its range, or the period ends before it begins.</exception>
    public ReportBuilder(ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InRange(options, options.SmallestCount, 1, nameof(options.SmallestCount));
        InRange(options, options.LargestGroupCount, 3, nameof(options.LargestGroupCount));
        if (options.From > (options.To ?? options.AsOf))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), options.From, $"From must not be after the end of the period ({options.To ?? options.AsOf:uuuu-MM-dd}).");
        }

        _options = options;
        _promises = new PromiseTally(options.SmallestCount);
    }

    /// <summary>Adds a case; one that was received after the period is counted as such and otherwise left out.</summary>
    /// <param name="reportCase">The case.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reportCase"/> is <see langword="null"/>.</exception>
    public void Add(ReportCase reportCase)
    {
        ArgumentNullException.ThrowIfNull(reportCase);
        if (_options.Unit is { } unit && reportCase.Unit?.Trim() != unit)
        {
            return;
        }

        var received = reportCase.Received;
        if (received > _options.AsOf || received > _options.To)
        {
            _later++;
            return;
        }

        var record = ToRecord(reportCase);
        if (received < _options.From)
        {
            _store.Earlier.Add(record);
            return;
        }

        _store.Records.Add(record);
        _store.HasClosingDays |= record.Closed is not null;
        _notApplicable += reportCase.IsApplicable ? 0 : 1;
        _classified += reportCase.Confidence is not null && !reportCase.IsAbstained ? 1 : 0;
        _abstained += reportCase.IsAbstained ? 1 : 0;
        foreach (var promise in reportCase.Promises)
        {
            _promises.Add(promise);
        }
    }

    /// <summary>Adds a recurring cause; the report shows causes in the order they were added.</summary>
    /// <remarks>
    /// Left out are causes with fewer cases than <see cref="ReportOptions.SmallestCount"/>, causes outside the period, and,
    /// in a report of one unit, causes that do not name it.
    /// </remarks>
    /// <param name="cause">The cause.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cause"/> is <see langword="null"/>.</exception>
    public void Add(CauseFigure cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        _causes.Add(cause);
    }

    /// <summary>Adds what a measure has brought; the report shows measures in the order they were added.</summary>
    /// <param name="effect">The effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="effect"/> is <see langword="null"/>.</exception>
    public void Add(EffectFigure effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        _effects.Add(effect);
    }

    /// <summary>Makes the figures of all cases added so far.</summary>
    /// <returns>The figures, small numbers withheld.</returns>
    public ReportData Build()
    {
        var records = _store.Records;
        var isTooSmall = records.Count > 0 && records.Count < _options.SmallestCount;
        var hasDays = records.Count > 0 && !isTooSmall;
        var from = _options.From ?? (hasDays ? records.Min(record => record.Received) : _options.AsOf);
        var to = _options.To ?? (_options.From is null && hasDays ? records.Max(record => record.Received) : _options.AsOf);

        // A period that is not over yet ends on the day of the report, or else it would be compared with a longer one.
        to = LocalDate.Max(from, LocalDate.Min(to, _options.AsOf));
        var header = new ReportHeader(_options.Title, _options.Organization, _options.Recipient, from, to, _options.AsOf);
        var data = new ReportData
        {
            Header = header,
            CaseCount = ReportCount.Of(0),
            HasClosingDays = _store.HasClosingDays,
            Causes = [.. _causes.Where(cause => IsShown(cause, from, to))],
            Promises = _promises.ToFigures(),
            Effects = [.. _effects.Select(Careful)],
            Method = new ReportMethod
            {
                SmallestCount = _options.SmallestCount,
                ReceivedLater = Careful(_later),
                NotApplicable = Careful(_notApplicable),
                Classified = Careful(_classified),
                Abstained = Careful(_abstained),
                Versions = [.. _options.Versions],
            },
        };
        if (isTooSmall)
        {
            return data with { CaseCount = ReportCount.Suppressed, OverdueCount = ReportCount.Suppressed, HasClosingDays = false };
        }

        return records.Count == 0 ? data : new ReportAssembler(_options, header, _store).Assemble(data);
    }

    private static void InRange(ReportOptions options, int value, int low, string name)
    {
        if (value < low || value > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(options), value, $"{name} must lie between {low} and 100.");
        }
    }

    private CaseRecord ToRecord(ReportCase reportCase)
    {
        var closed = reportCase.Closed <= _options.AsOf ? reportCase.Closed : null;
        var due = reportCase.IsApplicable ? reportCase.Due : null;
        return new CaseRecord(
            reportCase.Received,
            closed,
            due,
            _store.Kinds.Add(reportCase.Kind),
            _store.Units.Add(reportCase.Unit),
            _store.Priorities.Add(reportCase.Priority),
            _store.Categories.Add(reportCase.Category),
            _store.Steps.Add(reportCase.PendingStep))
        {
            IsOverdue = closed is null && due < _options.AsOf,
            Days = Math.Max(0, Period.DaysBetween(reportCase.Received, closed ?? _options.AsOf)),
        };
    }

    private bool IsShown(CauseFigure cause, LocalDate from, LocalDate to) =>
        cause.Observed >= _options.SmallestCount
        && cause.From <= to
        && cause.To >= from
        && (_options.Unit is null || cause.Cell.Any(pair => pair.Value == _options.Unit));

    private ReportCount Careful(long count) =>
        count > 0 && count < _options.SmallestCount ? ReportCount.Suppressed : ReportCount.Of(count);

    /// <summary>A sentence about a small number of cases is not repeated, and neither is a change that gives it away.</summary>
    private EffectFigure Careful(EffectFigure effect) => effect.Observed > 0 && effect.Observed < _options.SmallestCount
        ? effect with { Change = null, Low = null, High = null, Observed = 0, Sentence = "Die Zahlen sind zu klein, um sie auszuweisen." }
        : effect;
}
