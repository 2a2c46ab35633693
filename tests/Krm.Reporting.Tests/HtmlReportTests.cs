using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;

namespace Krm.Reporting.Tests;

public class HtmlReportTests
{
    private const string Hostile = "</style></title><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>\0\u202e\ud800 \u0007";

    public static TheoryData<int> Sizes => new() { 0, 1, 4, 40, 3000 };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Render_AnySize_IsWellFormedAndSelfContained(int count)
    {
        var html = HtmlReport.Render(SampleBacklog.Create(count).Build());

        var root = Parse(html);
        Assert.Equal("de", root.Attribute("lang")!.Value);
        Assert.StartsWith("<!DOCTYPE html", html, StringComparison.Ordinal);
        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "img" or "object");
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.All(
            Regex.Matches(html, @"url\(([^)]*)\)").Select(match => match.Groups[1].Value),
            target => Assert.StartsWith("#", target, StringComparison.Ordinal));
        Assert.All(
            root.Descendants().Attributes().Select(attribute => attribute.Name.LocalName),
            name => Assert.False(name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name is "src" or "href"));
    }

    [Fact]
    public void Render_ManyCases_HasThreeChartsAndTablesWithScopes()
    {
        var root = Parse(HtmlReport.Render(SampleBacklog.Create(3000).Build()));

        var charts = root.Descendants("svg").Where(svg => svg.Attribute("role")?.Value == "img").ToList();
        Assert.True(charts.Count >= 3, $"{charts.Count} charts");
        Assert.All(charts, chart => Assert.NotEmpty(chart.Attribute("aria-label")!.Value));
        Assert.NotEmpty(root.Descendants("table"));
        Assert.All(root.Descendants("th"), header => Assert.Contains(header.Attribute("scope")!.Value, new[] { "col", "row" }));
        Assert.All(root.Descendants("table"), table => Assert.NotNull(table.Element("caption")));
        Assert.Single(root.Descendants("h1"));
    }

    [Fact]
    public void Render_Headings_SkipNoLevel()
    {
        var root = Parse(HtmlReport.Render(SampleBacklog.Create(3000).Build()));

        var levels = root.Descendants()
            .Where(element => Regex.IsMatch(element.Name.LocalName, "^h[1-6]$"))
            .Select(element => int.Parse(element.Name.LocalName[1..], CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Render_HostileNames_StayText()
    {
        var builder = new ReportBuilder(new ReportOptions
        {
            AsOf = SampleBacklog.AsOf,
            Title = Hostile,
            Organization = Hostile,
            Recipient = Hostile,
            Versions = [new(Hostile, Hostile)],
        });
        for (var index = 0; index < 200; index++)
        {
            builder.Add(new ReportCase
            {
                Received = SampleBacklog.AsOf.PlusDays(-index),
                Closed = SampleBacklog.AsOf.PlusDays(-index / 2),
                Due = SampleBacklog.AsOf.PlusDays(20 - index),
                Kind = Hostile,
                Unit = Hostile + (index % 3),
                Priority = Hostile + (index % 2),
                Category = Hostile + (index % 4),
                PendingStep = Hostile,
            });
        }

        builder.Add(new CauseFigure
        {
            Pattern = Hostile,
            Cell = [new(Hostile, Hostile)],
            From = SampleBacklog.AsOf,
            To = SampleBacklog.AsOf,
            Observed = 10,
            Expected = 1,
            Terms = [Hostile],
            Sentence = Hostile,
            Series = [new CausePoint(SampleBacklog.AsOf, ReportCount.Suppressed), new CausePoint(SampleBacklog.AsOf, ReportCount.Of(7))],
        });

        var html = HtmlReport.Render(builder.Build());

        var root = Parse(html);
        Assert.Empty(root.Descendants("script"));
        Assert.Empty(root.Descendants("img"));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202e', html);
        Assert.DoesNotContain('\0', html);
        Assert.Contains("<script>alert(1)</script>", root.Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Stylesheet_ReadsTheSameInHtmlAndXml()
    {
        var html = HtmlReport.Render(SampleBacklog.Create(1).Build());

        var style = Regex.Match(html, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        Assert.NotEmpty(style);
        Assert.DoesNotContain('&', style);
        Assert.Contains("prefers-color-scheme: dark", style, StringComparison.Ordinal);
        Assert.Contains("@media print", style, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Numbers_AreGerman()
    {
        var html = HtmlReport.Render(SampleBacklog.Create(3000).Build());

        Assert.Contains("3.000", html, StringComparison.Ordinal);
        Assert.Contains("30.06.2026", html, StringComparison.Ordinal);
        Assert.Matches("[0-9]\u00a0%", html);
        Assert.DoesNotMatch(@"\d{4}-\d{2}-\d{2}", html.Replace("<style>", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_ManyGroups_StaysSmall()
    {
        var builder = new ReportBuilder(new ReportOptions { AsOf = SampleBacklog.AsOf, LargestGroupCount = 100 });
        for (var index = 0; index < 20000; index++)
        {
            builder.Add(new ReportCase
            {
                Received = SampleBacklog.AsOf.PlusDays(-index % 9000),
                Closed = SampleBacklog.AsOf.PlusDays((-index % 9000) + 10),
                Due = SampleBacklog.AsOf.PlusDays((-index % 9000) + (index % 17)),
                Kind = $"Art {index % 30}",
                Unit = $"Stelle {index % 211}",
                Category = $"Kategorie {index % 307}",
                Priority = $"Stufe {index % 50}",
            });
        }

        var html = HtmlReport.Render(builder.Build());

        Assert.True(html.Length <= 500_000, $"{html.Length} characters");
        Parse(html);
    }

    [Fact]
    public void Render_SameCasesInOtherOrder_GivesSameBytes()
    {
        var cases = Enumerable.Range(0, 300).Select(index => new ReportCase
        {
            Received = new LocalDate(2026, 1, 1).PlusDays(index * 7 % 100),
            Kind = $"Art {index % 3}",
            Category = $"Kategorie {index * 5 % 7}",
            Unit = $"Stelle {index * 11 % 4}",
        }).ToList();

        Assert.Equal(RenderAll(cases), RenderAll(Enumerable.Reverse(cases)));

        static string RenderAll(IEnumerable<ReportCase> cases)
        {
            var builder = new ReportBuilder(new ReportOptions { AsOf = SampleBacklog.AsOf });
            foreach (var reportCase in cases)
            {
                builder.Add(reportCase);
            }

            return HtmlReport.Render(builder.Build());
        }
    }

    private static XElement Parse(string html) => XDocument.Parse(html).Root!;
}
