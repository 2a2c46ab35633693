using System.CommandLine;

namespace Krm.Cli.Commands;

/// <summary>Options that every command has.</summary>
internal static class CommonOptions
{
    public const string QuietName = "--quiet";
    private const string LangName = "--lang";

    public static Option<bool> Quiet(Language language) => new(QuietName)
    {
        Description = language.Choose("keine Hinweise und kein Fortschritt", "no notes and no progress"),
        Recursive = true,
    };

    /// <summary>Read by <see cref="Language.From"/> before parsing; declared here for the help.</summary>
    public static Option<string> Lang(Language language)
    {
        var option = new Option<string>(LangName)
        {
            Description = language.Choose("Sprache der Meldungen: de oder en", "language of messages: de or en"),
            HelpName = "de|en",
            Recursive = true,
        };
        return option.AcceptOnlyFromAmong("de", "en");
    }
}
