namespace Krm.Cli.MainJob;

/// <summary>The files a run writes.</summary>
internal static class ResultFiles
{
    public const string Plan = "plan.csv";
    public const string Classified = "classified.csv";
    public const string Causes = "causes.json";
    public const string Report = "report.html";
    public const string Run = "run.json";

    public static IReadOnlyList<string> All { get; } = [Plan, Classified, Causes, Report, Run];
}
