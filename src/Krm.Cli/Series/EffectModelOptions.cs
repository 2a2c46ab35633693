using System.CommandLine;
using System.Globalization;
using Krm.Analytics.Effects;
using Krm.Analytics.Regression;

namespace Krm.Cli.Series;

/// <summary>The options that say how the effect of a measure is modelled; without them the defaults of the library hold.</summary>
internal sealed class EffectModelOptions
{
    private const int MostHarmonics = 6;

    private readonly Option<string> _family;
    private readonly Option<string> _interval;
    private readonly Option<string> _trend;
    private readonly Option<int?> _harmonics;
    private readonly Option<bool> _slopeChange;
    private readonly Option<bool> _keepPeak;

    public EffectModelOptions(Command command, Language language)
    {
        _family = new("--family")
        {
            Description = language.Choose("wie Anzahlen streuen (sonst quasi)", "how counts vary (else quasi)"),
            HelpName = "poisson|quasi|nb",
        };
        _family.AcceptOnlyFromAmong("poisson", "quasi", "nb");
        _interval = new("--interval")
        {
            Description = language.Choose(
                "Bereich: cautious für Entscheidungen (sonst), wald wie confint.default in R, newey-west",
                "interval: cautious for decisions (default), wald as R's confint.default, newey-west"),
            HelpName = "cautious|wald|newey-west",
        };
        _interval.AcceptOnlyFromAmong("cautious", "wald", "newey-west");
        _trend = new("--trend")
        {
            Description = language.Choose("gleichmäßiger Trend (sonst ab einem Jahr vor der Maßnahme)", "linear trend (else from one year before the measure on)"),
            HelpName = "yes|no",
        };
        _trend.AcceptOnlyFromAmong("yes", "no");
        _harmonics = new("--harmonics")
        {
            Description = language.Choose("Sinus-Kosinus-Paare des Jahreslaufs, 0 bis 6 (sonst 1 ab anderthalb Jahren)", "sine and cosine pairs of the season, 0 to 6 (else 1 from one and a half years on)"),
            HelpName = "N",
        };
        _slopeChange = new("--slope-change")
        {
            Description = language.Choose("auch der Trend darf sich mit der Maßnahme ändern", "the trend may change with the measure too"),
        };
        _keepPeak = new("--keep-peak")
        {
            Description = language.Choose("eine Spitze kurz vor der Maßnahme mitrechnen", "count a peak just before the measure too"),
        };
        foreach (var option in new Option[] { _family, _interval, _trend, _harmonics, _slopeChange, _keepPeak })
        {
            command.Add(option);
        }
    }

    /// <exception cref="RefusalException">The number of harmonics is out of range.</exception>
    public EffectOptions Read(ParseResult arguments, Messages messages)
    {
        var harmonics = arguments.GetValue(_harmonics);
        if (harmonics is < 0 or > MostHarmonics)
        {
            throw new RefusalException(messages.NotAllowed(
                "--harmonics", harmonics.Value.ToString(CultureInfo.InvariantCulture), $"0 … {MostHarmonics}"));
        }

        return new EffectOptions
        {
            Family = arguments.GetValue(_family) switch
            {
                "poisson" => CountFamily.Poisson,
                "nb" => CountFamily.NegativeBinomial,
                _ => CountFamily.QuasiPoisson,
            },
            Interval = arguments.GetValue(_interval) switch
            {
                "wald" => EffectInterval.Wald,
                "newey-west" => EffectInterval.NeweyWest,
                _ => EffectInterval.Cautious,
            },
            HasTrend = arguments.GetValue(_trend) switch { "yes" => true, "no" => false, _ => null },
            Harmonics = harmonics,
            HasSlopeChange = arguments.GetValue(_slopeChange),
            LeavesOutPeakBefore = !arguments.GetValue(_keepPeak),
        };
    }
}
