using System.Text.Encodings.Web;
using System.Text.Json;

namespace Krm.Cli;

/// <summary>How JSON results are written: indented, umlauts readable.</summary>
internal static class JsonOutput
{
    public static JsonWriterOptions Indented { get; } = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
