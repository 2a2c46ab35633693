namespace Krm.Cli.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("", "", "", "", false)]
    [InlineData("en_US.UTF-8", "", "", "", true)]
    [InlineData("C.UTF-8", "", "", "", false)]
    [InlineData("fr_FR.UTF-8", "", "", "", false)]
    [InlineData("de_DE.UTF-8", "", "en_GB.UTF-8", "", true)]
    [InlineData("en_US.UTF-8", "de_AT.UTF-8", "", "", false)]
    [InlineData("en_US.UTF-8", "", "en_GB.UTF-8", "de", false)]
    [InlineData("de_DE.UTF-8", "", "", "en", true)]
    public void From_LocaleAndOption_TheNearerDecides(string lang, string messages, string all, string option, bool isEnglish)
    {
        var variables = new Dictionary<string, string> { ["LANG"] = lang, ["LC_MESSAGES"] = messages, ["LC_ALL"] = all };
        string[] arguments = option.Length == 0 ? ["rules", "list"] : ["rules", "list", "--lang", option];

        Assert.Equal(isEnglish, Language.From(arguments, name => variables.GetValueOrDefault(name)).IsEnglish);
    }

    [Fact]
    public void Run_EnglishLocale_HelpIsEnglish() =>
        Assert.Contains(
            "administration",
            KrmRun.In(new Dictionary<string, string> { ["LANG"] = "en_US.UTF-8" }, false, "--help").Output,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("de", "Zeile 2: regime (8 Zeichen) ist unbekannt; erlaubt sind", "land fehlt; erlaubt sind")]
    [InlineData("en", "line 2: regime (8 characters) is unknown; allowed are", "land is missing; allowed are")]
    public void Deadline_BrokenRow_IsRefusedInOneLanguage(string language, params string[] parts)
    {
        var run = KrmRun.WithInput(
            "id,regime,event,kind,period,land\n1,Unbekann,2026-03-02,event,P1M,\n",
            "deadline", "--input", "-", "--output", "-", "--format", "csv", "--lang", language);

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        Assert.All(parts, part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }
}
