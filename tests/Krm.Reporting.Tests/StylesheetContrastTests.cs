using System.Globalization;
using System.Text.RegularExpressions;

namespace Krm.Reporting.Tests;

public class StylesheetContrastTests
{
    private static readonly string[] TextColors = ["ink", "muted", "accent", "late", "k2"];
    private static readonly string[] ShapeColors = ["accent", "late", "k0", "k1", "k2", "k3", "k4"];

    public static TheoryData<int> Schemes => new() { 0, 1, 2 };

    /// <summary>WCAG 2.2: 4.5 for text (1.4.3), 3 for shapes (1.4.11); light, dark and print define all colours each.</summary>
    [Theory]
    [MemberData(nameof(Schemes))]
    public void Colors_OfEachScheme_HaveEnoughContrast(int scheme)
    {
        var html = HtmlReport.Render(SampleBacklog.Create(0).Build());
        var blocks = Regex.Matches(html, @":root \{([^}]*)\}").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, blocks.Count);
        var colors = Regex.Matches(blocks[scheme], "--([a-z0-9]+): #([0-9a-f]{6});")
            .ToDictionary(match => match.Groups[1].Value, match => Luminance(match.Groups[2].Value));

        Assert.All(
            TextColors.SelectMany(_ => new[] { "paper", "panel" }, (text, ground) => (text, ground)),
            pair => Assert.True(Contrast(colors[pair.text], colors[pair.ground]) >= 4.5, $"{pair}"));
        Assert.All(ShapeColors, shape => Assert.True(Contrast(colors[shape], colors["paper"]) >= 3, shape));
        Assert.True(Contrast(colors["accent"], colors["soft"]) >= 3);
        Assert.True(Contrast(colors["ink"], colors["soft"]) >= 4.5);
    }

    private static double Contrast(double first, double second) =>
        (Math.Max(first, second) + .05) / (Math.Min(first, second) + .05);

    private static double Luminance(string color)
    {
        double Channel(int start)
        {
            var value = int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }

        return (.2126 * Channel(0)) + (.7152 * Channel(2)) + (.0722 * Channel(4));
    }
}
