using System.Reflection;
using System.Runtime.CompilerServices;

namespace Krm.Hosting.Tests.Documentation;

/// <summary>docs/hosting.md names every option, instrument and tag there is.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "docs", "hosting.md"));

    public static TheoryData<string> Names => new(
        typeof(KrmOptions).GetProperties().Select(property => property.Name)
            .Concat(typeof(KrmTelemetry).GetFields(BindingFlags.Public | BindingFlags.Static).Select(name => (string)name.GetRawConstantValue()!)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_EveryPublicName_IsExplained(string name) => Assert.Contains($"`{name}", Page, StringComparison.Ordinal);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
