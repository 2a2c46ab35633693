using Krm.Reporting.Aggregation;

namespace Krm.Reporting;

/// <summary>Takes cases one by one and makes the figures of a report of them.</summary>
/// <remarks>
/// <para>Cases may come in any order; the report does not depend on it. A case costs about 60 bytes and no string that
/// was seen before, so a million cases take some 60 MB while the report is being built.</para>
/// <para>Mutable and not thread-safe; what <see cref="Build"/> returns is immutable and thread-safe.</para>
/// </remarks>
/// <example>
/// <code>
/// var builder = new ReportBuilder(new ReportOptions { AsOf = new LocalDate(2026, 6, 30) });
/// builder.Add(new ReportCase { Received = new LocalDate(2026, 5, 4), Kind = "Beschwerde", Unit = "Bauamt" });
/// string html = HtmlReport.Render(builder.Build());
/// </code>
/// </example>
public sealed class ReportBuilder
{
    private readonly ReportOptions _options;
    private readonly List<CaseRecord> _records = [];
    private readonly List<CauseFigure> _causes = [];
    private readonly GroupNames _kinds = new();
    private readonly GroupNames _units = new();
    private readonly GroupNames _priorities = new();
    private readonly GroupNames _categories = new();
    private readonly GroupNames _steps = new();
    private long _outsidePeriod;
    private long _notApplicable;
    private long _classified;
    private long _abstained;
    private bool _hasClosingDays;

    /// <summary>Creates an empty builder.</summary>
    /// <param name="options">Title, day and period of the report, and how careful it is with small numbers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is outside its range, or the period ends before it begins.</exception>
    public ReportBuilder(ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InRange(options, options.SmallestCount, 1, nameof(options.SmallestCount));
        InRange(options, options.LargestGroupCount, 3, nameof(options.LargestGroupCount));
        if (options.From > options.To)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.To, $"To must not be before From ({options.From:uuuu-MM-dd}).");
        }

        _options = options;
    }

    /// <summary>Adds a case; one that was received outside the period is counted as such and otherwise left out.</summary>
    /// <param name="reportCase">The case.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reportCase"/> is <see langword="null"/>.</exception>
    public void Add(ReportCase reportCase)
    {
        ArgumentNullException.ThrowIfNull(reportCase);
        var received = reportCase.Received;
        if (received > (_options.To ?? _options.AsOf) || received > _options.AsOf || received < _options.From)
        {
            _outsidePeriod++;
            return;
        }

        var closed = reportCase.Closed <= _options.AsOf ? reportCase.Closed : null;
        var due = reportCase.IsApplicable ? reportCase.Due : null;
        _records.Add(new CaseRecord(
            received,
            closed,
            due,
            _kinds.Add(reportCase.Kind),
            _units.Add(reportCase.Unit),
            _priorities.Add(reportCase.Priority),
            _categories.Add(reportCase.Category),
            _steps.Add(reportCase.PendingStep))
        { IsOverdue = closed is null && due < _options.AsOf });
        _hasClosingDays |= closed is not null;
        _notApplicable += reportCase.IsApplicable ? 0 : 1;
        _classified += reportCase.Confidence is not null && !reportCase.IsAbstained ? 1 : 0;
        _abstained += reportCase.IsAbstained ? 1 : 0;
    }

    /// <summary>Adds a recurring cause; the report shows causes in the order they were added.</summary>
    /// <param name="cause">The cause.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cause"/> is <see langword="null"/>.</exception>
    public void Add(CauseFigure cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        _causes.Add(cause);
    }

    /// <summary>Makes the figures of all cases added so far.</summary>
    /// <returns>The figures, small numbers withheld.</returns>
    public ReportData Build()
    {
        var from = _options.From ?? (_records.Count > 0 ? _records.Min(record => record.Received) : _options.AsOf);
        var to = _options.To ?? (_records.Count > 0 ? _records.Max(record => record.Received) : _options.AsOf);
        var header = new ReportHeader(_options.Title, _options.Organization, _options.Recipient, from, to, _options.AsOf);
        var method = new ReportMethod
        {
            SmallestCount = _options.SmallestCount,
            OutsidePeriod = Careful(_outsidePeriod),
            NotApplicable = Careful(_notApplicable),
            Classified = Careful(_classified),
            Abstained = Careful(_abstained),
            Versions = [.. _options.Versions],
        };
        var data = new ReportData
        {
            Header = header,
            CaseCount = ReportCount.Of(0),
            HasClosingDays = _hasClosingDays,
            Causes = [.. _causes.Where(cause => cause.Observed >= _options.SmallestCount)],
            Method = method,
        };
        return _records.Count == 0
            ? data
            : new ReportAssembler(_options, header, _records, _hasClosingDays)
                .Assemble(data, _kinds, _units, _priorities, _categories, _steps);
    }

    private static void InRange(ReportOptions options, int value, int low, string name)
    {
        if (value < low || value > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(options), value, $"{name} must lie between {low} and 100.");
        }
    }

    private ReportCount Careful(long count) =>
        count > 0 && count < _options.SmallestCount ? ReportCount.Suppressed : ReportCount.Of(count);
}
