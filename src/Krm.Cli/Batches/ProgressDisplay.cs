using System.Diagnostics;
using Spectre.Console;

namespace Krm.Cli.Batches;

/// <summary>Shows how far a command has come: a bar on a terminal, a line every few seconds otherwise, or nothing.</summary>
internal sealed class ProgressDisplay(CommandConsole console, Language language, bool isQuiet)
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BarInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs work that reports the number of rows done and, where known, the part done (0 to 1).</summary>
    public T Run<T>(string title, Func<Action<long, double?>, T> work)
    {
        if (isQuiet)
        {
            return work((_, _) => { });
        }

        return console.IsErrorTerminal ? RunWithBar(title, work) : RunWithLines(title, work);
    }

    private T RunWithBar<T>(string title, Func<Action<long, double?>, T> work)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) };
        if (!console.ErrorInk.IsOn)
        {
            settings.ColorSystem = ColorSystemSupport.NoColors;
        }

        return AnsiConsole.Create(settings).Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: 1);
                task.IsIndeterminate = true;
                return Report(title, TimeSpan.Zero, BarInterval, work, (line, fraction) =>
                {
                    task.Description = Markup.Escape(line);
                    task.IsIndeterminate = fraction is null;
                    task.Value = fraction ?? 0;
                });
            });
    }

    private T RunWithLines<T>(string title, Func<Action<long, double?>, T> work) =>
        Report(title, LineInterval, LineInterval, work, (line, _) => console.Error.WriteLine(line));

    private T Report<T>(string title, TimeSpan first, TimeSpan interval, Func<Action<long, double?>, T> work, Action<string, double?> show)
    {
        var pace = new ProgressPace(title, language);
        var clock = Stopwatch.StartNew();
        var next = first;
        return work((rows, fraction) =>
        {
            var elapsed = clock.Elapsed;
            if (elapsed >= next)
            {
                next = elapsed + interval;
                show(pace.Describe(elapsed, rows, fraction), fraction);
            }
        });
    }
}
