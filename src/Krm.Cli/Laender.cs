using Krm.Calendar.Holidays;

namespace Krm.Cli;

/// <summary>The codes of the Länder for messages and options.</summary>
internal static class Laender
{
    /// <summary>All codes, separated by commas.</summary>
    public static string AllCodes { get; } = string.Join(", ", Bundeslaender.All.Select(land => land.Code()).Order());

    /// <summary>The Land of an option.</summary>
    /// <exception cref="RefusalException">No such Land.</exception>
    public static Bundesland Parse(string code, string option, Messages messages) =>
        Bundeslaender.TryParse(code, out var land)
            ? land
            : throw new RefusalException(messages.NotAllowed(option, $"„{code}“", AllCodes));
}
