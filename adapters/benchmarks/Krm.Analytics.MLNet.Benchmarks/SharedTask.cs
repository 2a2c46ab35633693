using System.Runtime.CompilerServices;
using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.MLNet.Benchmarks;

/// <summary>Cases of the shared data with their splits; the data is not part of the repository.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="File">Path below the folder of shared data.</param>
internal sealed record SharedTask(string Name, string File)
{
    /// <summary>Contributions of a dialogue about cycling, 8 categories, 5 stratified folds.</summary>
    public static readonly SharedTask Raddialog = new("Raddialog Bonn", "data/raddialog-bonn/beitraege.tsv");

    /// <summary>Reports to the order offices, 13 categories, the newest fifth to be judged on.</summary>
    public static readonly SharedTask Berlin = new("Ordnungsamt Berlin", "data/ordnungsamt-berlin/meldungen.tsv");

    public static readonly SharedTask[] All = [Raddialog, Berlin];

    /// <summary>The full path; null, with a word to the console, where the file is missing.</summary>
    public string? Find()
    {
        var root = Environment.GetEnvironmentVariable("KRM_SHARED") ?? System.IO.Path.Combine(RepositoryRoot(), "..", "shared");
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, File));
        if (System.IO.File.Exists(path))
        {
            return path;
        }

        Console.WriteLine($"{Name} skipped: the shared file {File} is not beside the repository (KRM_SHARED names another folder).");
        return null;
    }

    /// <summary>Parts to learn from and to be judged on.</summary>
    public IReadOnlyList<(LabeledText[] Learnt, LabeledText[] Judged)> Splits(string path)
    {
        var rows = Rows(path);
        if (this == Raddialog)
        {
            var cases = rows.Select(row => new LabeledText($"{row["title"]}. {row.GetValueOrDefault("text", "")}", row["label"])).ToArray();
            var folds = DataSplits.StratifiedFolds([.. cases.Select(item => item.Category!)], 5, seed: 0);
            return [.. Enumerable.Range(0, 5).Select(fold => Divide(cases, index => folds[index] == fold))];
        }

        var reports = rows.Select(row => new LabeledText(row["text"], row["label"])).ToArray();
        var newest = DataSplits.Newest([.. rows.Select(row => row["date"])], 0.2);
        return [Divide(reports, index => newest[index])];
    }

    private static (LabeledText[] Learnt, LabeledText[] Judged) Divide(LabeledText[] cases, Func<int, bool> isJudged) =>
        ([.. cases.Where((_, index) => !isJudged(index))], [.. cases.Where((_, index) => isJudged(index))]);

    private static Dictionary<string, string>[] Rows(string path)
    {
        var lines = System.IO.File.ReadLines(path).Select(line => line.Split('\t')).ToArray();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static string RepositoryRoot([CallerFilePath] string path = "")
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(path)!);
        while (!System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Krm.Core.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
