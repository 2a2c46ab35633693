using System.Text.Json;
using Krm.Analytics.Causes.Texts;
using Krm.Cli.Batches;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>Keeps the ids of text clusters from run to run: a JSON object from the hash of a text to the id of its cluster. Holds no text.</summary>
internal static class ClusterIdsFile
{
    /// <summary>What an earlier run wrote; nothing where the file does not exist yet.</summary>
    /// <exception cref="RefusalException">The file holds something else.</exception>
    public static IReadOnlyDictionary<string, string>? Read(string path, Messages messages)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = InputFile.Open(path, messages);
        try
        {
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new RefusalException(messages.NotClusterIds(path));
        }
    }

    public static void Write(string path, TextClustering clustering, Messages messages) => OutputFile.Write(path, messages, stream =>
    {
        using var json = new Utf8JsonWriter(stream, JsonOutput.Indented);
        json.WriteStartObject();
        foreach (var (text, id) in clustering.Known.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(text, id);
        }

        json.WriteEndObject();
    });
}
