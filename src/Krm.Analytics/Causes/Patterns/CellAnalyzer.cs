using Krm.Analytics.Causes.Events;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>Explains the series of one cell step by step: each step takes the pattern that explains most of what is left.</summary>
internal sealed class CellAnalyzer
{
    private const int MostPatterns = 4;
    private const int TurnsWithGrowth = 3;
    private const double Interesting = 0.05;
    private const double LeastRatio = 1.2;
    private const int LongestBurstWeeks = 8;
    private const int LongestBurstMonths = 2;

    private readonly AnalysisSetting _setting;
    private readonly List<PatternFinding> _findings = [];
    private List<ReferenceCourse> _courses;

    private CellAnalyzer(CellSeries series, AnalysisSetting setting)
    {
        _setting = setting;
        _courses = CellCourses.Of(series, setting);
    }

    private int Length => _courses[0].Length;

    /// <summary>Analyses one cell; <see langword="null"/> if it has too few cases to be a finding.</summary>
    public static CellAnalysis? Analyze(CellSeries series, AnalysisSetting setting)
    {
        if (series.Total < setting.MinimumCases)
        {
            return null;
        }

        var analyzer = new CellAnalyzer(series, setting);
        var pValue = 1.0;
        for (var step = 0; step < MostPatterns; step++)
        {
            var (smallest, hasPattern) = analyzer.TakeStep();
            pValue = step == 0 ? Math.Min(1, setting.PatternsTested * smallest) : pValue;
            if (!hasPattern)
            {
                break;
            }
        }

        return new CellAnalysis(series, pValue, analyzer._findings);
    }

    /// <summary>Tests all patterns on what is left; explains the most likely one of those that are surprising.</summary>
    private (double SmallestPValue, bool HasPattern) TakeStep()
    {
        var candidates = new List<Candidate>();
        if (FindWindow() is { } window)
        {
            candidates.Add(window);
        }

        if (_findings.TrueForAll(finding => finding.Pattern != CausePattern.Trend) && FindTrend() is { } trend)
        {
            candidates.Add(trend);
        }

        if (_findings.TrueForAll(finding => finding.Pattern != CausePattern.Seasonal || finding.Event is not null) && SeasonalScan.FindBest(_courses, _setting.Grid) is { } peak)
        {
            candidates.Add(OfSeason(peak));
        }

        foreach (var schedule in _setting.Events.Where(one => !_findings.Exists(finding => finding.Event?.Schedule == one)))
        {
            if (EventScan.FindBest(_courses, schedule, _setting.Grid.PeriodsPerYear) is { } echo)
            {
                candidates.Add(OfEvents(echo));
            }
        }

        var smallest = candidates.Select(candidate => candidate.PValue).DefaultIfEmpty(1).Min();
        candidates.RemoveAll(candidate => candidate.PValue * _setting.PatternsTested > Interesting || candidate.Finding.Observed < LeastRatio * candidate.Finding.Expected);

        // What events explain is neither a time of the year nor a burst; what goes beyond them is seen in the next step.
        var echoes = candidates.Where(candidate => candidate.Finding.Event is not null).Select(candidate => candidate.Finding).ToList();
        candidates.RemoveAll(candidate => candidate.Finding.Event is null && echoes.Exists(echo => Covers(echo, candidate.Finding)));

        var best = candidates.MaxBy(candidate => candidate.Score);
        if (best is null)
        {
            return (smallest, false);
        }

        _findings.Add(best.Finding with { PValue = Math.Min(1, _setting.PatternsTested * best.PValue) });
        _courses = [.. (best.Courses ?? _courses).Select(course => course.Explain(best.Effect))];
        return (smallest, true);
    }

    /// <summary>The most surprising window; where cells usually grow or fall, growth and window are looked for in turn.</summary>
    private Candidate? FindWindow()
    {
        var courses = _courses;
        var window = (Start: 0, End: 0, PValue: 1.0);
        for (var turn = 0; turn < (_courses.Exists(course => course.UsualSlopeVariance > 0) ? TurnsWithGrowth : 1); turn++)
        {
            if (turn > 0)
            {
                courses = [.. _courses.Select(course => course.FollowGrowth(window.Start, window.End))];
            }

            if (WindowScan.FindBest(courses, _setting.MinimumCases) is not { } best)
            {
                return null;
            }

            window = best;
        }

        return OfWindow(courses, window);
    }

    private Candidate OfWindow(List<ReferenceCourse> courses, (int Start, int End, double PValue) window)
    {
        var (start, end) = WindowScan.Refine(courses, window.Start, window.End);
        var course = courses.MaxBy(one => one.Expected(start, end))!;
        var dispersion = course.Dispersion(start, end);
        var expected = course.Expected(start, end);
        var effect = Ones();
        var ratio = Math.Max(1, course.Observed(start, end) / Math.Max(expected, 0.5));
        Array.Fill(effect, ratio, start, end - start);
        // A rise that goes on has no end to choose and costs as much as a trend, which goes on as well.
        var freedom = end == Length ? 1.5 : 2.5;
        var score = (_courses.Min(one => one.LogLikelihoodRatio(start, end)) / dispersion) - (freedom * Math.Log(Length));
        var isBurst = end - start <= (_setting.Grid.PeriodsPerYear == 52 ? LongestBurstWeeks : LongestBurstMonths);
        return new Candidate(window.PValue, score, effect, new PatternFinding(
            isBurst ? CausePattern.Burst : CausePattern.Shift, start, end, 1, course.Observed(start, end), expected,
            Math.Max(course.Total - course.Observed(start, end), ReferenceCourse.NoCases),
            (dispersion * course.NoiseOfWeights) + course.SlopeDispersion(start, end))
        {
            UsualPeak = isBurst ? _findings.Find(finding => finding.Touches(start, end)) : null,
        });
    }

    private Candidate? FindTrend()
    {
        if (Length < _setting.Grid.PeriodsPerYear)
        {
            return null;
        }

        var p = _courses.Max(TrendTest.PValue);
        if (p * _setting.PatternsTested > Interesting || !_courses.TrueForAll(TrendTest.IsMonotone))
        {
            return null;
        }

        // The course with the flatter rise decides; the dated fit costs one more parameter.
        var (course, fit) = _courses.Select(one => (Course: one, Fit: TrendTest.Fit(one))).MinBy(one => one.Fit.LogLikelihoodRatio);
        var effect = TrendTest.Growth(Length, fit.Start, fit.Slope);
        var explained = course.Explain(effect);
        var dispersion = explained.Dispersion(0, 0);
        var rate = course.Total / explained.Weight(0, Length);
        return new Candidate(p, (fit.LogLikelihoodRatio / dispersion) - (1.5 * Math.Log(Length)), effect, new PatternFinding(
            CausePattern.Trend, fit.Start, Length, 1, course.Observed(fit.Start, Length), rate * course.Weight(fit.Start, Length),
            Math.Max(1, course.Observed(0, Length / 3)), dispersion * course.NoiseOfWeights));
    }

    private Candidate OfSeason(SeasonalPeak peak)
    {
        var courses = peak.Courses;
        var effect = Ones();
        var observed = 0L;
        foreach (var (start, end) in peak.Occurrences)
        {
            Array.Fill(effect, peak.Ratio, start, end - start);
            observed += courses[0].Observed(start, end);
        }

        var expected = observed / peak.Ratio;
        var dispersion = courses.Max(course => course.Explain(effect).Dispersion(0, 0));
        var score = (((observed * Math.Log(peak.Ratio)) - (observed - expected)) / dispersion) - (2 * Math.Log(_setting.Grid.PeriodsPerYear));
        return new Candidate(peak.PValue, score, effect, new PatternFinding(
            CausePattern.Seasonal, peak.Occurrences[0].Start, peak.Occurrences[^1].End, 1, observed, expected,
            Math.Max(courses[0].Total - observed, ReferenceCourse.NoCases), dispersion * courses.Max(course => course.NoiseOfWeights))
        {
            NextStart = peak.Occurrences[^1].Start + _setting.Grid.PeriodsPerYear,
            Occurrences = peak.Occurrences,
        })
        {
            Courses = courses,
        };
    }

    private Candidate OfEvents(EventPeak echo)
    {
        var effect = echo.Factors(Length);
        var (observed, gain) = (0L, 0.0);
        foreach (var (start, end) in echo.Occurrences)
        {
            for (var i = start; i < end; i++)
            {
                observed += _courses[0].Counts[i];
                gain += _courses[0].Counts[i] * Math.Log(effect[i]);
            }
        }

        // As many cases fall into the echo as fell; without it the usual ones of each period would have.
        var explained = _courses.Select(course => course.Explain(effect)).ToList();
        var expected = echo.Occurrences.Sum(window => _courses[0].Weight(window.Start, window.End)) * observed
            / echo.Occurrences.Sum(window => explained[0].Weight(window.Start, window.End));
        var dispersion = explained.Max(course => course.Dispersion(0, 0));
        var score = ((gain - (observed - expected)) / dispersion) - (2 * Math.Log(_setting.PatternsTested));
        return new Candidate(echo.PValue, score, effect, new PatternFinding(
            CausePattern.Seasonal, echo.Occurrences[0].Start, echo.Occurrences[^1].End, 1, observed, expected,
            Math.Max(_courses[0].Total - observed, ReferenceCourse.NoCases), dispersion * _courses.Max(course => course.NoiseOfWeights))
        {
            NextStart = echo.Schedule.NextStart(echo.Lag, Length),
            Occurrences = echo.Occurrences,
            Event = echo,
        });
    }

    /// <summary>Whether the echo of events touches all of a burst or of the occurrences of a season.</summary>
    private static bool Covers(PatternFinding echo, PatternFinding other) => other.Pattern switch
    {
        CausePattern.Seasonal => other.Occurrences.All(window => echo.Touches(window.Start, window.End)),
        CausePattern.Burst => echo.Touches(other.Start, other.End),
        _ => false,
    };

    private double[] Ones()
    {
        var ones = new double[Length];
        Array.Fill(ones, 1);
        return ones;
    }

    /// <summary>A pattern that could be taken: its p-value, how much it explains, and its multiplicative effect.</summary>
    private sealed record Candidate(double PValue, double Score, double[] Effect, PatternFinding Finding)
    {
        /// <summary>The courses it was judged against, where these are not those of before.</summary>
        public IReadOnlyList<ReferenceCourse>? Courses { get; init; }
    }
}
