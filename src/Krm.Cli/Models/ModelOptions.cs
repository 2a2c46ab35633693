using System.CommandLine;

namespace Krm.Cli.Models;

/// <summary>The options of the columns a classifier reads.</summary>
internal static class ModelOptions
{
    public const string DefaultTextColumn = "text";
    public const string DefaultLabelColumn = "label";

    public static Option<string> Text(Language language) => new("--text")
    {
        Description = language.Choose("Spalte mit dem Text", "column with the text"),
        HelpName = "COL",
        DefaultValueFactory = _ => DefaultTextColumn,
    };

    public static Option<string> Label(Language language) => new("--label")
    {
        Description = language.Choose("Spalte mit der bekannten Kategorie", "column with the known category"),
        HelpName = "COL",
        DefaultValueFactory = _ => DefaultLabelColumn,
    };

    public static Option<string> Model(Language language) => new("--model")
    {
        Description = language.Choose("Modelldatei", "model file"),
        HelpName = "FILE",
        Required = true,
    };

    public static Option<string?> LabelSeparator(Language language)
    {
        var option = new Option<string?>("--label-separator")
        {
            Description = language.Choose("mehrere Kategorien je Fall: Zeichen zwischen ihnen, ; oder |", "several categories a case: the character between them, ; or |"),
            HelpName = "CHAR",
        };
        option.AcceptOnlyFromAmong(";", "|");
        return option;
    }
}
