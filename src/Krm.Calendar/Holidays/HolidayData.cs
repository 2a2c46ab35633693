using System.Globalization;
using System.Reflection;
using System.Text;
using NodaTime;

namespace Krm.Calendar.Holidays;

/// <summary>The public holidays (gesetzliche Feiertage) of the Länder with validity and legal basis, 1990 to 2100.</summary>
/// <remarks>
/// Immutable and thread-safe. <see cref="Germany"/> is the shipped data; a host reads its own with <see cref="Read(string, string)"/>
/// or adds a one-off holiday with <see cref="Extend(string, string)"/>, no new build needed. Reading costs some
/// milliseconds: do it once and keep the result.
/// </remarks>
public sealed class HolidayData
{
    /// <summary>First covered year.</summary>
    public const int FirstYear = CoveredDays.FirstYear;

    /// <summary>Last covered year.</summary>
    public const int LastYear = CoveredDays.LastYear;

    private const string ResourceName = "Krm.Calendar.Holidays.holidays.de.json";

    private static readonly Lazy<HolidayData> Shipped = new(ReadShipped);

    private readonly IReadOnlyList<HolidayFile> _files;
    private readonly Dictionary<Bundesland, IReadOnlyList<HolidayRule>> _rules;
    private readonly Dictionary<Bundesland, string> _laws;
    private readonly Dictionary<string, HolidayArea> _areas;

    private HolidayData(IReadOnlyList<HolidayFile> files)
    {
        _files = files;
        _laws = [];
        foreach (KeyValuePair<Bundesland, string> law in files.SelectMany(file => file.Laws))
        {
            _laws[law.Key] = law.Value;
        }

        _areas = files.SelectMany(file => file.Areas).ToDictionary(area => area.Id, StringComparer.Ordinal);
        _rules = Bundeslaender.All.ToDictionary(
            land => land,
            land => (IReadOnlyList<HolidayRule>)[.. files.SelectMany(file => file.Rules).Where(rule => rule.Laender.Contains(land))]);
        Version = string.Join("+", files.Select(file => file.Version));
        Fingerprint = Fingerprinting.Of(Encoding.UTF8.GetBytes(CanonicalText()));
    }

    /// <summary>The shipped data of all 16 Länder.</summary>
    public static HolidayData Germany => Shipped.Value;

    /// <summary>Version of the data as its files state it, joined by <c>+</c>.</summary>
    public string Version { get; }

    /// <summary>Hash of the content (16 hexadecimal digits); equal content, however formatted, gives an equal fingerprint.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads a complete file of holiday data that takes the place of the shipped one.</summary>
    /// <param name="json">The content of a <c>holidays.*.json</c> file.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <returns>The data.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="HolidayDataException">The file has problems; all of them are listed.</exception>
    public static HolidayData Read(string json, string source) =>
        Build([], Guard.NotNull(json), Guard.NotNull(source));

    /// <summary>Adds the entries of a host's file, such as a holiday that a Verordnung declares for one day.</summary>
    /// <param name="json">The content of the file; same format; it may name the areas and laws of this data.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <returns>New data; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="HolidayDataException">The file, alone or together with this data, has problems; all of them are listed.</exception>
    public HolidayData Extend(string json, string source) =>
        Build(_files, Guard.NotNull(json), Guard.NotNull(source));

    /// <summary>The holidays of a Land in a year, ascending by date.</summary>
    /// <param name="land">The Land.</param>
    /// <param name="year">Year, 1990 to 2100.</param>
    /// <param name="municipality">Municipality whose own holidays are added; null gives those of the whole Land only.</param>
    /// <returns>
    /// Every holiday that certainly applies. Two names on one day (1 May 2008) give two entries. What the data cannot
    /// decide is not in here but in <see cref="GetUncertainHolidays"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is not covered, or <paramref name="land"/> is none.</exception>
    /// <exception cref="ArgumentException">The municipality lies in another Land.</exception>
    public IReadOnlyList<Holiday> GetHolidays(Bundesland land, int year, MunicipalityKey? municipality = null) =>
        Collect(land, year, municipality, AreaMembership.Yes);

    /// <summary>The holidays that some municipalities keep and of which the data cannot say whether they apply here.</summary>
    /// <param name="land">The Land.</param>
    /// <param name="year">Year, 1990 to 2100.</param>
    /// <param name="municipality">The municipality; null makes every municipal holiday of the Land uncertain.</param>
    /// <returns>Ascending by date; empty where everything is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is not covered, or <paramref name="land"/> is none.</exception>
    /// <exception cref="ArgumentException">The municipality lies in another Land.</exception>
    public IReadOnlyList<Holiday> GetUncertainHolidays(Bundesland land, int year, MunicipalityKey? municipality = null) =>
        Collect(land, year, municipality, AreaMembership.Unknown);

    /// <summary>The rules of a Land that have the given membership for a municipality.</summary>
    internal IReadOnlyList<HolidayRule> RulesOf(Bundesland land, MunicipalityKey? municipality, AreaMembership membership)
    {
        land.Code();
        if (municipality is { } key && key.Land != land)
        {
            throw new ArgumentException($"The municipality {key} lies in {key.Land.Code()}, not in {land.Code()}.", nameof(municipality));
        }

        return [.. _rules[land].Where(rule => MembershipOf(rule, municipality) == membership)];
    }

    private static AreaMembership MembershipOf(HolidayArea area, MunicipalityKey? municipality) =>
        municipality is { } key ? area.MembershipOf(key) : AreaMembership.Unknown;

    private static HolidayData ReadShipped()
    {
        using Stream stream = typeof(HolidayData).GetTypeInfo().Assembly.GetManifestResourceStream(ResourceName)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return Read(reader.ReadToEnd(), "holidays.de.json");
    }

    private static HolidayData Build(IReadOnlyList<HolidayFile> files, string json, string source)
    {
        List<string> problems = [];
        List<HolidayFile> all = [.. files, HolidayFileReader.Read(json, source, problems)];
        HolidayDataCheck.Run(all, problems);
        return problems.Count == 0 ? new HolidayData(all) : throw new HolidayDataException(problems);
    }

    private AreaMembership MembershipOf(HolidayRule rule, MunicipalityKey? municipality) =>
        rule.AreaId is null ? AreaMembership.Yes : MembershipOf(_areas[rule.AreaId], municipality);

    private IReadOnlyList<Holiday> Collect(Bundesland land, int year, MunicipalityKey? municipality, AreaMembership membership)
    {
        CoveredDays.CheckYear(year);
        List<Holiday> holidays = [];
        foreach (HolidayRule rule in RulesOf(land, municipality, membership))
        {
            if (rule.In(year) is { } date && !holidays.Exists(other => other.Id == rule.Id && other.Date == date))
            {
                holidays.Add(ToHoliday(rule, land, date));
            }
        }

        return [.. holidays.OrderBy(holiday => holiday.Date).ThenBy(holiday => holiday.Id, StringComparer.Ordinal)];
    }

    private Holiday ToHoliday(HolidayRule rule, Bundesland land, LocalDate date) => new(
        rule.Id,
        rule.Name,
        date,
        land,
        rule.AreaId is null ? HolidayScope.Land : HolidayScope.Municipality,
        rule.LegalBasis ?? _laws[land],
        rule.From,
        rule.To,
        rule.AreaId is null ? null : _areas[rule.AreaId].Name,
        rule.Note,
        rule.IsLowConfidence);

    private string CanonicalText()
    {
        StringBuilder text = new();
        foreach (Bundesland land in Bundeslaender.All)
        {
            foreach (HolidayRule rule in _rules[land].OrderBy(rule => rule.Id, StringComparer.Ordinal).ThenBy(rule => rule.From ?? LocalDate.MinIsoValue).ThenBy(rule => rule.AreaId, StringComparer.Ordinal))
            {
                text.AppendFormat(
                    CultureInfo.InvariantCulture,
                    "{0}|{1}|{2}|{3}|{4}|{5:uuuu-MM-dd}|{6:uuuu-MM-dd}|{7}|{8}|{9}\n",
                    land.Code(),
                    rule.Id,
                    rule.Name,
                    rule.Date.Text,
                    rule.AreaId,
                    rule.From,
                    rule.To,
                    rule.LegalBasis ?? _laws[land],
                    rule.Note,
                    rule.IsLowConfidence);
            }
        }

        foreach (HolidayArea area in _areas.Values.OrderBy(area => area.Id, StringComparer.Ordinal))
        {
            text.Append(area.Id).Append('|').Append(area.Name);
            foreach (KeyValuePair<string, AreaMembership> prefix in area.Prefixes.OrderBy(prefix => prefix.Key, StringComparer.Ordinal))
            {
                text.Append('|').Append(prefix.Key).Append('=').Append(prefix.Value);
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
