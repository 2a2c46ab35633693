using Krm.Calendar.Deadlines.Lawbook;

namespace Krm.Calendar.Tests.Deadlines;

/// <summary>The shipped rule file as text.</summary>
internal static class RuleBookText
{
    public static string Shipped { get; } = Read();

    private static string Read()
    {
        using Stream stream = typeof(DeadlineRuleBook).Assembly.GetManifestResourceStream("Krm.Calendar.Deadlines.deadline-rules.de.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
