using System.Diagnostics;
using Spectre.Console;

namespace Krm.Cli.Batches;

/// <summary>Shows how far a command has come: a bar on a terminal, a line every few seconds otherwise, or nothing.</summary>
internal sealed class ProgressDisplay(CommandConsole console, Language language, bool isQuiet)
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(3);

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
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: 1);
                task.IsIndeterminate = true;
                return work((rows, fraction) =>
                {
                    task.Description = Markup.Escape($"{title}: {language.Number(rows)}");
                    task.IsIndeterminate = fraction is null;
                    task.Value = fraction ?? 0;
                });
            });
    }

    private T RunWithLines<T>(string title, Func<Action<long, double?>, T> work)
    {
        var clock = Stopwatch.StartNew();
        var lastLine = TimeSpan.Zero;
        return work((rows, fraction) =>
        {
            if (clock.Elapsed - lastLine < LineInterval)
            {
                return;
            }

            lastLine = clock.Elapsed;
            var percent = fraction is { } part ? $" ({part.ToString("P0", language.Culture)})" : string.Empty;
            console.Error.WriteLine(language.Choose(
                $"{title}: {language.Number(rows)} Zeilen{percent}",
                $"{title}: {language.Number(rows)} rows{percent}"));
        });
    }
}
