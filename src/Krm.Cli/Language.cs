using System.Globalization;

namespace Krm.Cli;

/// <summary>The language of messages and help: German unless <c>--lang en</c> asks for English.</summary>
internal sealed class Language
{
    private Language(bool isEnglish, string cultureName)
    {
        IsEnglish = isEnglish;
        Culture = CultureInfo.GetCultureInfo(cultureName);
    }

    public static Language German { get; } = new(false, "de-DE");

    public static Language English { get; } = new(true, "en-US");

    public bool IsEnglish { get; }

    /// <summary>Formats numbers in messages; data always use the invariant culture.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Finds the language before anything is parsed, because even the help text depends on it.</summary>
    public static Language From(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var isEnglish = arguments[index] is "--lang=en" or "--lang:en"
                || (arguments[index] == "--lang" && index + 1 < arguments.Count && arguments[index + 1] == "en");
            if (isEnglish)
            {
                return English;
            }
        }

        return German;
    }

    public string Choose(string german, string english) => IsEnglish ? english : german;

    public string Number(long value) => value.ToString("N0", Culture);
}
