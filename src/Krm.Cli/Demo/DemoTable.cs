using System.Globalization;
using Krm.Cli.Tables;

namespace Krm.Cli.Demo;

/// <summary>The bundled backlog as a table: its columns are named like the facts of the rule set harburg.</summary>
internal static class DemoTable
{
    /// <summary>The column with the day of the acknowledgement of receipt.</summary>
    public const string Acknowledged = "bestaetigt";

    /// <summary>The columns in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "received", Acknowledged, "closed", "art", "kanal", "adressat", "fachamt", "verfahren", "ortsteil", "label", "text",
    ];

    /// <summary>The cells of one case.</summary>
    /// <param name="number">Its number from 1.</param>
    /// <param name="one">The case.</param>
    public static Cell[] Row(int number, DemoCase one) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"KRM-{number:00000}"),
        IsoDate.Format(one.Received),
        one.Acknowledged is { } acknowledged ? IsoDate.Format(acknowledged) : "",
        one.Closed is { } closed ? IsoDate.Format(closed) : "",
        one.Kind,
        one.Channel,
        one.Addressee,
        one.Unit,
        one.Procedure,
        one.Place,
        one.Label ?? "",
        one.Text,
    ];
}
