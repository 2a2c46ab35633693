using BenchmarkDotNet.Running;
using Krm.Analytics.MLNet.Benchmarks;

// `accuracy [task]` prints the table of adapters/README.md; anything else goes to BenchmarkDotNet.
if (args is ["accuracy", ..])
{
    AccuracyTable.Print(args.ElementAtOrDefault(1));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
