using System.CommandLine;
using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Causes.Scoring;
using Krm.Analytics.Counting;

namespace Krm.Cli.Findings;

/// <summary>The options that say how each series is scored period by period, and where the scores go.</summary>
internal sealed class ScoringOptions
{
    private const string SettingsName = "--settings";
    private static readonly string[] Methods =
        ["monitor", "farrington", "noufaily", "glr-poisson", "glr-nb", "cusum", "ears-c1", "ears-c2", "ears-c3"];

    private readonly Option<string?> _scores;
    private readonly Option<string> _method;
    private readonly Option<string?> _settings;
    private readonly Option<string?> _expected;

    public ScoringOptions(Command command, Language language)
    {
        _scores = new("--scores")
        {
            Description = language.Choose("erwartete Zahl, Grenze, p-Wert und Alarm je Reihe und Zeitraum", "expected count, limit, p-value and alarm per series and period"),
            HelpName = "FILE",
        };
        _method = new("--method")
        {
            Description = language.Choose("Verfahren für --scores (sonst monitor)", "method of --scores (else monitor)"),
            HelpName = string.Join('|', Methods),
            DefaultValueFactory = _ => Methods[0],
        };
        _method.AcceptOnlyFromAmong(Methods);
        _settings = new(SettingsName)
        {
            Description = language.Choose(
                "Einstellungen des Verfahrens mit den Namen von R, etwa b=3;w=3;alpha=0.01;thresholdMethod=delta",
                "settings of the method by their names in R, such as b=3;w=3;alpha=0.01;thresholdMethod=delta"),
            HelpName = "K=V;K=V",
        };
        _expected = new("--expected")
        {
            Description = language.Choose("Spalte mit der im Normalzustand erwarteten Zahl (für glr und cusum)", "column with the count expected in the usual state (for glr and cusum)"),
            HelpName = "COL",
        };
        foreach (var option in new Option[] { _scores, _method, _settings, _expected })
        {
            command.Add(option);
        }
    }

    public string? ReadFile(ParseResult arguments) => arguments.GetValue(_scores);

    public string? ReadExpectedColumn(ParseResult arguments) => arguments.GetValue(_expected);

    /// <summary>The method.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="period">The length of the periods.</param>
    /// <param name="expected">What is expected, as far as a column for it was named.</param>
    /// <param name="messages">Words the refusals.</param>
    /// <exception cref="RefusalException">A setting is unknown or out of range, or does not fit the method.</exception>
    public ScoringMethod ReadMethod(ParseResult arguments, PeriodKind period, ExpectedCounts expected, Messages messages)
    {
        var name = arguments.GetValue(_method)!;
        var settings = new SettingsText(SettingsName, arguments.GetValue(_settings), messages);
        var given = ReadExpectedColumn(arguments) is null ? null : expected;
        var method = name switch
        {
            "farrington" => ReadFarrington(settings, period, ClassicSettings(period)),
            "noufaily" => ReadFarrington(settings, period, RecommendedSettings(period)),
            "glr-poisson" => ReadChart(settings, period, given, isNegativeBinomial: false, isCusum: false),
            "glr-nb" => ReadChart(settings, period, given, isNegativeBinomial: true, isCusum: false),
            "cusum" => ReadChart(settings, period, given, isNegativeBinomial: false, isCusum: true),
            "ears-c1" or "ears-c2" or "ears-c3" => ScoringMethod.Ears(name[^1] - '0', settings.Number("alpha", 0.001, 0, 0.49)),
            _ => ReadMonitor(settings, period),
        };
        settings.RefuseUnknown();
        return given is not null && !name.StartsWith("glr", StringComparison.Ordinal) && name != "cusum"
            ? throw new RefusalException(messages.NotAllowed("--expected", $"--method {name}", "--method glr-poisson|glr-nb|cusum"))
            : method;
    }

    private static ScoringMethod ReadMonitor(SettingsText settings, PeriodKind period)
    {
        var defaults = SeriesMonitorSettings.For(period);
        return ScoringMethod.Monitor(
            defaults with
            {
                BurstAlpha = settings.Number("alpha", defaults.BurstAlpha, 0, 0.49),
                ShiftAlpha = settings.Number("shiftAlpha", defaults.ShiftAlpha, 0, 0.49),
            },
            settings.Flag("pooled", true));
    }

    /// <summary>The defaults of <c>farringtonFlexible</c> in R.</summary>
    private static FarringtonNoufailySettings ClassicSettings(PeriodKind period) => new()
    {
        PeriodsPerYear = period == PeriodKind.Week ? 52 : 12,
        Parts = 1,
        ExcludedPeriods = 3,
        TrendThreshold = 0.05,
        Alpha = 0.05,
        Limit = LimitMethod.Delta,
    };

    /// <summary>What Noufaily et al. (2013) recommend; for months the parts and the excluded periods as long as for weeks.</summary>
    private static FarringtonNoufailySettings RecommendedSettings(PeriodKind period) =>
        period == PeriodKind.Week ? new() : new() { PeriodsPerYear = 12, HalfWindow = 1, Parts = 4, ExcludedPeriods = 6 };

    private static ScoringMethod ReadFarrington(SettingsText settings, PeriodKind period, FarringtonNoufailySettings defaults)
    {
        var half = settings.Whole("w", defaults.HalfWindow, 0, period == PeriodKind.Week ? 25 : 5);
        var (cases, periods) = settings.Choice("limit54", (defaults.RecentCases, defaults.RecentPeriods), ("0", (0, 4)), ("5,4", (5, 4)));
        return ScoringMethod.Farrington(defaults with
        {
            Years = settings.Whole("b", defaults.Years, 1, 50),
            HalfWindow = half,
            Parts = settings.Whole("noPeriods", defaults.Parts, 1, defaults.PeriodsPerYear - (2 * half)),
            // R leaves out as many periods as the half window has unless told otherwise.
            ExcludedPeriods = settings.Whole("pastWeeksNotIncluded", defaults.Parts == 1 ? half : defaults.ExcludedPeriods, 0, 1000),
            Reweights = settings.Flag("reweight", defaults.Reweights),
            ReweightThreshold = settings.Number("weightsThreshold", defaults.ReweightThreshold, 0, 100),
            AllowsTrend = settings.Flag("trend", defaults.AllowsTrend),
            TrendThreshold = settings.Number("pThresholdTrend", defaults.TrendThreshold, 0, 1),
            Alpha = settings.Number("alpha", defaults.Alpha, 0, 0.49),
            Limit = settings.Choice(
                "thresholdMethod", defaults.Limit,
                ("delta", LimitMethod.Delta), ("nbPlugin", LimitMethod.NegativeBinomial), ("muan", LimitMethod.NegativeBinomialAtUpperMean)),
            RecentCases = cases,
            RecentPeriods = periods,
        });
    }

    private static ScoringMethod ReadChart(SettingsText settings, PeriodKind period, ExpectedCounts? expected, bool isNegativeBinomial, bool isCusum)
    {
        var alpha = isNegativeBinomial || isCusum ? settings.Number("alpha", isNegativeBinomial ? double.NaN : 0, 0, 1000) : 0;
        double? logRatio = isCusum ? settings.Number("theta", Math.Log(2), -10, 10) : null;
        var direction = isCusum ? ChangeDirection.Increase : settings.Choice("dir", ChangeDirection.Increase, ("inc", ChangeDirection.Increase), ("dec", ChangeDirection.Decrease));
        var memory = isCusum ? -1 : settings.Whole("M", -1, -1, 100_000);
        return ScoringMethod.Chart(
            new ChartSettings
            {
                Threshold = settings.Number("c.ARL", 5, 0, 1e6),
                Alpha = alpha,
                LogRatio = logRatio,
                Direction = direction,
                Memory = memory < 0 ? int.MaxValue : memory,
            },
            expected,
            expected is null ? settings.Whole("training", period == PeriodKind.Week ? 104 : 24, 8, 100_000) : 104);
    }
}
