using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Krm.Cli.Commands;
using NodaTime;
using NodaTime.TimeZones;

namespace Krm.Cli.Doctor;

/// <summary>What the tool runs on: itself, the runtime, cultures, time zones, a place for temporary files.</summary>
internal static class MachineInspection
{
    private const string Berlin = "Europe/Berlin";

    public static IEnumerable<DoctorLine> Inspect(CommandContext context)
    {
        var language = context.Language;
        yield return new DoctorLine("krm", "krm", VersionOf(typeof(MachineInspection).Assembly));
        foreach (var library in Libraries())
        {
            yield return new DoctorLine(library.GetName().Name!, library.GetName().Name!, VersionOf(library));
        }

        yield return new DoctorLine(
            "runtime", language.Choose("Laufzeit", "runtime"), $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        yield return new DoctorLine("system", language.Choose("System", "system"), RuntimeInformation.OSDescription);
        yield return InspectCulture(language);
        yield return new DoctorLine("language", language.Choose("Sprache", "language"), language.Choose("Deutsch", "English"), Note: LanguageSource(context));
        yield return InspectTimeZones(language);
        yield return InspectTemporaryFolder(language);
    }

    private static IEnumerable<Assembly> Libraries() =>
    [
        typeof(Calendar.Holidays.HolidayData).Assembly, typeof(Rules.RuleSet).Assembly,
        typeof(Analytics.Classification.TextClassifier).Assembly, typeof(Reporting.ReportData).Assembly,
    ];

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static string LanguageSource(CommandContext context) =>
        Language.LocaleVariables.FirstOrDefault(name => !string.IsNullOrEmpty(context.Console.Variable(name))) is { } name
            ? $"{name}={context.Console.Variable(name)}; --lang de|en"
            : "--lang de|en";

    private static DoctorLine InspectCulture(Language language)
    {
        // The documented way to tell ICU from other sources of cultures.
        var sorting = CultureInfo.InvariantCulture.CompareInfo.Version;
        var bytes = sorting.SortId.ToByteArray();
        var version = BitConverter.ToInt32([bytes[0], bytes[1], bytes[2], bytes[3]]);
        var source = version != 0 && version == sorting.FullVersion ? "ICU" : OperatingSystem.IsWindows() ? "NLS" : "";
        var german = 1234.5.ToString("N1", language.IsEnglish ? Language.German.Culture : language.Culture);
        var hasGerman = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Any(culture => culture.Name == "de-DE");
        return hasGerman
            ? new DoctorLine("culture", language.Choose("Kulturen", "cultures"), $"{source} {sorting.FullVersion:x8}, de-DE {german}")
            : new DoctorLine(
                "culture",
                language.Choose("Kulturen", "cultures"),
                language.Choose("keine", "none"),
                State: DoctorState.Bad,
                Note: language.Choose(
                    "ICU fehlt: libicu installieren und DOTNET_SYSTEM_GLOBALIZATION_INVARIANT nicht setzen",
                    "ICU is missing: install libicu and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"));
    }

    private static DoctorLine InspectTimeZones(Language language)
    {
        var source = TzdbDateTimeZoneSource.Default;
        var hasSystem = TimeZoneInfo.TryFindSystemTimeZoneById(Berlin, out _);
        var summer = DateTimeZoneProviders.Tzdb[Berlin].GetUtcOffset(Instant.FromUtc(2026, 7, 1, 12, 0));
        return new DoctorLine(
            "time_zones",
            language.Choose("Zeitzonen", "time zones"),
            $"{source.VersionId}, {Berlin} {summer}",
            Note: hasSystem
                ? ""
                : language.Choose("das System selbst kennt die Zone nicht; krm braucht sie nicht von dort", "the system itself lacks the zone; krm does not need it from there"));
    }

    private static DoctorLine InspectTemporaryFolder(Language language)
    {
        var title = language.Choose("Temporäre Dateien", "temporary files");
        try
        {
            var folder = Directory.CreateTempSubdirectory("krm-doctor-");
            folder.Delete();
            return new DoctorLine("temporary_folder", title, Path.GetTempPath());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DoctorLine(
                "temporary_folder", title, Path.GetTempPath(), State: DoctorState.Bad, Note: language.Choose("nicht beschreibbar", "not writable"));
        }
    }
}
