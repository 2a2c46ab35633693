using System.Diagnostics;
using System.Globalization;
using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.MLNet.Benchmarks;

/// <summary>Accuracy, cost and size of all competitors on the same texts and splits, as a Markdown table.</summary>
internal static class AccuracyTable
{
    private const double Coverage = 0.8;
    private const int Passes = 5;

    public static void Print(string? only)
    {
        Console.WriteLine("| Aufgabe | Klassifikator | Genauigkeit | Makro-F1 | Kalibrierfehler | Genauigkeit bei 80 % | Training, CPU-s | Modell, MB | Texte/s, einzeln | Texte/s, Stapel |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var task in SharedTask.All.Where(task => only is null || task.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            if (task.Find() is not { } path)
            {
                continue;
            }

            foreach (var competitor in Competitor.All)
            {
                PrintRow(task.Name, competitor, task.Splits(path));
            }
        }
    }

    private static void PrintRow(string task, Competitor competitor, IReadOnlyList<(LabeledText[] Learnt, LabeledText[] Judged)> splits)
    {
        var answers = new List<EvaluatedCase>();
        double training = 0, single = 0, batch = 0;
        long bytes = 0;
        foreach (var (learnt, judged) in splits)
        {
            var before = ProcessorSeconds();
            var classifier = competitor.Train(learnt);
            training += ProcessorSeconds() - before;
            bytes += Size(competitor, classifier);
            answers.AddRange(judged.Select(item => (item.Category, Answer: classifier.Classify(item.Text)))
                .Select(item => new EvaluatedCase(item.Category!, item.Answer.Category, item.Answer.Confidence)));

            var texts = judged.Select(item => item.Text).ToArray();
            single += SecondsOfAPass(() => texts.Count(text => classifier.Classify(text).IsAbstained));
            batch += classifier is MLNetClassifier adapter ? SecondsOfAPass(() => adapter.ClassifyAll(texts).Count()) : 0;
        }

        var report = ClassificationReport.From(answers);
        var covered = report.Coverage.First(point => Math.Abs(point.Coverage - Coverage) < 0.01).Accuracy;
        Console.WriteLine(string.Create(
            CultureInfo.GetCultureInfo("de-DE"),
            $"| {task} | {competitor.Name} | {report.Accuracy:F3} | {report.MacroF1:F3} | {report.CalibrationError:F3} | {covered:F3} | {training / splits.Count:F1} | {bytes / 1e6 / splits.Count:F2} | {answers.Count / single:N0} | {(competitor == Competitor.BuiltIn ? "–" : (answers.Count / batch).ToString("N0", CultureInfo.GetCultureInfo("de-DE")))} |"));
    }

    /// <summary>Processor time of one pass, after a pass to warm up.</summary>
    private static double SecondsOfAPass(Func<int> pass)
    {
        _ = pass();
        var before = ProcessorSeconds();
        for (var repetition = 0; repetition < Passes; repetition++)
        {
            _ = pass();
        }

        return (ProcessorSeconds() - before) / Passes;
    }

    private static long Size(Competitor competitor, ITextClassifier classifier)
    {
        using var file = new MemoryStream();
        competitor.Write(classifier, file);
        return file.Length;
    }

    /// <summary>Processor time instead of wall time: other work on the machine does not count.</summary>
    private static double ProcessorSeconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
