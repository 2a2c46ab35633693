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

    /// <summary>Writes a number; null where it is infinite or not a number, for which JSON has no word.</summary>
    public static void WriteFinite(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
