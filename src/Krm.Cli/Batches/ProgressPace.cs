namespace Krm.Cli.Batches;

/// <summary>How fast work goes and how long it will take, in words.</summary>
internal sealed class ProgressPace(string title, Language language)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private long? _firstRows;
    private double _firstFraction;

    /// <summary>The line to show.</summary>
    /// <param name="elapsed">Time since the work began.</param>
    /// <param name="rows">Rows done, those of an earlier run included; 0 where nothing is counted.</param>
    /// <param name="fraction">Part done, 0 to 1; null where the whole is not known.</param>
    public string Describe(TimeSpan elapsed, long rows, double? fraction)
    {
        // A continued run begins with the rows it need not repeat.
        if (_firstRows is null)
        {
            _firstRows = rows;
            _firstFraction = fraction ?? 0;
        }

        var parts = new List<string>();
        if (rows > 0)
        {
            parts.Add(language.Choose($"{language.Number(rows)} Zeilen", $"{language.Number(rows)} rows"));
        }

        if (fraction is { } part)
        {
            parts.Add(part.ToString("P0", language.Culture));
        }

        if (elapsed >= Settling)
        {
            var rate = (rows - _firstRows.Value) / elapsed.TotalSeconds;
            if (rate >= 1)
            {
                parts.Add(language.Choose($"{language.Number((long)rate)} Zeilen/s", $"{language.Number((long)rate)} rows/s"));
            }

            if (fraction is { } done and < 1 && done > _firstFraction)
            {
                var left = TimeSpan.FromSeconds(elapsed.TotalSeconds * (1 - done) / (done - _firstFraction));
                parts.Add(language.Choose($"noch {Clock(left)}", $"{Clock(left)} left"));
            }
        }

        return parts.Count == 0 ? title : $"{title}: {string.Join(", ", parts)}";
    }

    private static string Clock(TimeSpan time)
    {
        var seconds = (long)Math.Ceiling(time.TotalSeconds);
        return seconds < 3600 ? $"{seconds / 60}:{seconds % 60:00}" : $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}";
    }
}
