using Krm.Analytics.Classification;
using Krm.Rules;

namespace Krm.Hosting.Tests.Doubles;

/// <summary>A folder with the files of an office, removed at the end.</summary>
internal sealed class OfficeFolder : IDisposable
{
    private static readonly byte[] SmallModel = Train();

    public string Root { get; } = Directory.CreateTempSubdirectory("krm-hosting-").FullName;

    public string RuleSetFile => PathOf("office.regelwerk.json");

    public string ModelFile => PathOf("categories.krm");

    public string HolidaysFile => PathOf("holidays.json");

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>The shipped rule set "harburg" under another id and version.</summary>
    public static string RuleSet(string version, string id = "office") =>
        ShippedRuleSets.GetSource("harburg").Replace("\"id\": \"harburg\"", $"\"id\": \"{id}\"", StringComparison.Ordinal)
            .Replace($"\"version\": \"{ShippedRuleSets.Get("harburg").Version}\"", $"\"version\": \"{version}\"", StringComparison.Ordinal);

    /// <summary>A holiday of one day in Hamburg.</summary>
    public static string Holiday(string date, string version = "haus-1") => $$"""
        { "format": "krm-holidays/1", "version": "{{version}}",
          "holidays": [{ "id": "sonderfeiertag", "name": "Sonderfeiertag", "date": "{{date}}",
            "entries": [{ "laender": ["HH"], "legalBasis": "Verordnung zum Test" }] }] }
        """;

    /// <summary>Writes beside and renames, as a careful deployment does.</summary>
    public void Write(string path, string content)
    {
        var beside = path + ".new";
        File.WriteAllText(beside, content);
        File.Move(beside, path, overwrite: true);
    }

    public void WriteModel() => File.WriteAllBytes(ModelFile, SmallModel);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static byte[] Train()
    {
        string[] lamp = ["Die Laterne ist dunkel", "Lampe an der Ecke kaputt", "Straßenlaterne flackert", "Keine Beleuchtung am Weg"];
        string[] waste = ["Müll liegt im Park", "Sperrmüll am Straßenrand", "Tonne nicht geleert", "Abfall neben dem Container"];
        var cases = Enumerable.Range(0, 5).SelectMany(round => lamp.Select(text => new LabeledText($"{text} {round}", "Beleuchtung"))
            .Concat(waste.Select(text => new LabeledText($"{text} {round}", "Abfall"))));
        using var stream = new MemoryStream();
        new TextClassifierTrainer().Train([.. cases]).Write(stream);
        return stream.ToArray();
    }
}
