using BenchmarkDotNet.Attributes;
using Krm.Reporting;
using NodaTime;

namespace Krm.Benchmarks.Reporting;

/// <summary>A page costs the same whether it stands for a thousand cases or a million; only counting them takes longer.</summary>
[MemoryDiagnoser]
public class ReportBenchmarks
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    private ReportBuilder _builder = null!;
    private ReportData _data = null!;

    [Params(1_000, 1_000_000)]
    public int Cases { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _builder = new ReportBuilder(new ReportOptions { AsOf = AsOf });
        for (var index = 0; index < Cases; index++)
        {
            var received = AsOf.PlusDays(-(index * 7 % 730));
            _builder.Add(new ReportCase
            {
                Received = received,
                Closed = index % 11 == 0 ? null : received.PlusDays(index * 13 % 45),
                Due = received.PlusDays(28),
                Kind = index % 5 == 0 ? "Lob" : "Beschwerde",
                Unit = $"Stelle {index % 9}",
                Priority = index % 12 == 0 ? "priorisiert" : "normal",
                Category = $"Kategorie {index % 17}",
            });
        }

        _data = _builder.Build();
    }

    /// <summary>From figures to page.</summary>
    [Benchmark(Baseline = true)]
    public string Render() => HtmlReport.Render(_data);

    /// <summary>From cases to figures.</summary>
    [Benchmark]
    public ReportData Build() => _builder.Build();
}
