namespace Krm.Cli.Tests.Commands;

/// <summary>One run of <c>krm demo</c>, shared by the tests that look at its results.</summary>
public sealed class DemoRun : IDisposable
{
    public DemoRun() => Result = KrmRun.Of("demo", "--output", Directory.Root);

    internal TemporaryDirectory Directory { get; } = new();

    internal KrmRun Result { get; }

    public void Dispose() => Directory.Dispose();
}
