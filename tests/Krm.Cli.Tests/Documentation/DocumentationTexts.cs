using Krm.Analytics.Classification;
using Krm.Cli.Demo;

namespace Krm.Cli.Tests.Documentation;

/// <summary>Past cases that the examples learn from.</summary>
internal static class DocumentationTexts
{
    public static IReadOnlyList<LabeledText> PastCases { get; } =
        [.. DemoBacklog.Generate().Take(400).Select(one => new LabeledText(one.Text, one.Category))];
}
