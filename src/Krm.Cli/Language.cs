using System.Globalization;

namespace Krm.Cli;

/// <summary>The language of messages and help: what <c>--lang</c> says, else the locale, else German.</summary>
internal sealed class Language
{
    private Language(bool isEnglish, string cultureName)
    {
        IsEnglish = isEnglish;
        Culture = CultureOf(cultureName);
    }

    public static Language German { get; } = new(false, "de-DE");

    public static Language English { get; } = new(true, "en-US");

    /// <summary>Environment variables that name the locale; the first that is set decides.</summary>
    public static IReadOnlyList<string> LocaleVariables { get; } = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public bool IsEnglish { get; }

    /// <summary>Formats numbers in messages; data always use the invariant culture.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Finds the language before anything is parsed, because even the help text depends on it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="variable">Gives an environment variable; see <see cref="LocaleVariables"/>.</param>
    public static Language From(IReadOnlyList<string> arguments, Func<string, string?> variable) =>
        FromArguments(arguments) ?? FromLocale(variable) ?? German;

    public string Choose(string german, string english) => IsEnglish ? english : german;

    public string Number(long value) => value.ToString("N0", Culture);

    private static Language? FromArguments(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            var value = argument.StartsWith("--lang=", StringComparison.Ordinal) || argument.StartsWith("--lang:", StringComparison.Ordinal)
                ? argument["--lang=".Length..]
                : argument == "--lang" && index + 1 < arguments.Count ? arguments[index + 1] : null;
            if (value is "de" or "en")
            {
                return value == "en" ? English : German;
            }
        }

        return null;
    }

    /// <summary>Other languages than the two, and "C", leave it at German: the texts are for German offices.</summary>
    private static Language? FromLocale(Func<string, string?> variable) =>
        LocaleVariables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } locale
        && locale.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? English
            : null;

    /// <summary>A machine without ICU knows no cultures; numbers are then written as here.</summary>
    private static CultureInfo CultureOf(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            if (name == "de-DE")
            {
                culture.NumberFormat.NumberGroupSeparator = culture.NumberFormat.PercentGroupSeparator = ".";
                culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.PercentDecimalSeparator = ",";
            }

            return culture;
        }
    }
}
