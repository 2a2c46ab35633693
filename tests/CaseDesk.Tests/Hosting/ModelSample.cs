using Krm.Analytics.Classification;

namespace CaseDesk.Tests.Hosting;

/// <summary>A small model of invented texts.</summary>
internal static class ModelSample
{
    private static readonly (string Category, string[] Words)[] Topics =
    [
        ("Straßenbeleuchtung", ["Laterne", "Beleuchtung", "Lampe", "dunkel"]),
        ("Müllablagerung", ["Sperrmüll", "Müll", "Abfall", "Container"]),
        ("Lärm", ["Lärm", "Musik", "laut", "Nachtruhe"]),
    ];

    private static readonly string[] Frames =
    [
        "Seit Tagen {0} vor unserem Haus", "Wann kümmert sich jemand um {0} hier", "Immer wieder {0} in der Straße",
        "Ich beschwere mich über {0} am Platz", "{0} stört alle Nachbarn", "Bitte prüfen: {0} neben der Schule",
    ];

    /// <summary>Trains the model and writes it to a file.</summary>
    public static string Write(string file)
    {
        var cases = Topics
            .SelectMany(topic => topic.Words.SelectMany(word => Frames.Select(frame => new LabeledText(
                string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, word), topic.Category))))
            .ToList();
        using var stream = File.Create(file);
        new TextClassifierTrainer().Train(cases).Write(stream);
        return file;
    }
}
