using BenchmarkDotNet.Running;
using Krm.Benchmarks.Causes;

if (args is ["causes-table", var path])
{
    SpeedTable.Write(path);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
