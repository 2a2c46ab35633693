using System.Text;
using Krm.Reporting.Html;

namespace Krm.Reporting;

/// <summary>Writes a report as one HTML file in German that needs nothing else: no script, no network, no font.</summary>
/// <remarks>
/// The file is well-formed XML as well, prints to A4, follows light and dark mode and has a table behind every chart.
/// Its size does not depend on the number of cases. Stateless and thread-safe.
/// </remarks>
public static class HtmlReport
{
    /// <summary>Renders a report as text.</summary>
    /// <param name="data">The figures.</param>
    /// <returns>The HTML document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is <see langword="null"/>.</exception>
    public static string Render(ReportData data)
    {
        using var stream = new MemoryStream();
        Write(data, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes a report to a stream in UTF-8 without byte order mark; the stream stays open.</summary>
    /// <param name="data">The figures.</param>
    /// <param name="stream">Where to write.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static void Write(ReportData data, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(stream);
        using var html = new HtmlWriter(stream);
        ReportPage.Write(html, data);
    }
}
