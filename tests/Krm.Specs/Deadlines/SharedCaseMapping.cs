using System.Text.RegularExpressions;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Serialization;

namespace Krm.Specs.Deadlines;

/// <summary>Turns a row of the worked cases, whose rule is a word, into a specification.</summary>
internal static partial class SharedCaseMapping
{
    // Prefix of the rule, regime, kind, options; the first that fits.
    private static readonly (string Prefix, string Regime, string Kind, string Options)[] Rules =
    [
        ("115-24Servicestunden", "service", "event", "service-hours=08:00-18:00"),
        ("AO108-3-ohneAusnahme", "AO", "fixed-day", ""),
        ("AO122-Ausland", "AO", "abroad", ""),
        ("AO122-spaetererZugang", "AO", "event", ""),
        ("AO122-3T-ohneVerschiebung", "AO", "posted", "fiction-shift=no"),
        ("AO122", "AO", "posted", ""),
        ("AO108", "AO", "event", ""),
        ("AT-RAL-Reaktion(Annahmeschluss 15:00)", "service", "event", "cutoff=15:00"),
        ("AT-", "service", "event", ""),
        ("KT-", "service", "event", ""),
        ("DA-", "service", "event", ""),
        ("Zwischenbescheid", "service", "event", ""),
        ("BGB-187-2", "BGB", "day-start", ""),
        ("BGB190-Verlaengerung(OLG Rostock)", "ZPO", "event", "extension=P1M;extension-from=unshifted"),
        ("BGB190-Verlaengerung", "ZPO", "event", "extension=P1M"),
        ("BGB", "BGB", "event", ""),
        ("EU1182", "EU1182", "event", ""),
        ("HVwVfG", "VwVfG", "posted", "act-law=HE"),
        ("LVwVfG-BW", "VwVfG", "posted", "act-law=BW"),
        ("NVersG", "ZPO", "event", ""),
        ("OZG9", "OZG", "portal-available", ""),
        ("Rueckwaerts", "BGB", "event", ""),
        ("SGBIX14", "SGBX", "event", ""),
        ("SGBX26-3-S2", "SGBX", "fixed-day", ""),
        ("SGBX37-3T-Verschiebung", "SGBX", "posted", "fiction-shift=yes"),
        ("SGBX37", "SGBX", "posted", ""),
        ("SGG88-1-Sperrfrist(ohne Verschiebung)", "SGG", "event", "shift=no"),
        ("SGG", "SGG", "event", ""),
        ("UIG3", "VwVfG", "event", ""),
        ("VwGO", "VwGO", "event", ""),
        ("VwVfG31-3", "VwVfG", "fixed-day", ""),
        ("VwVfG31-4", "VwVfG", "fixed-day", "purpose=benefit"),
        ("VwVfG41-2a", "VwVfG", "portal-retrieved", ""),
        ("VwVfG41", "VwVfG", "posted", ""),
        ("VwVfG", "VwVfG", "event", ""),
        ("Werktag", "BGB", "event", ""),
        ("ZPO", "ZPO", "event", ""),
        ("Zustellungsurkunde", "VwZG", "served", ""),
    ];

    // The cases name a religion or language where the tool asks for the municipality.
    private static readonly Dictionary<string, string> Municipalities = new()
    {
        ["BY-kath"] = "09162000",
        ["BY-ev"] = "09564000",
        ["SN-sorb"] = "14625080",
    };

    public static DeadlineSpec ToSpec(Func<string, string> cell)
    {
        (string _, string regime, string kind, string options) = Rules.First(rule => cell("rule").StartsWith(rule.Prefix, StringComparison.Ordinal));
        string land = cell("land");
        string recipient = "";
        if (land.Contains('('))
        {
            recipient = land[..2];
            land = land[(land.IndexOf(';', StringComparison.Ordinal) + 2)..][..2];
        }

        string period = cell("period");
        bool isNamedDay = kind == "fixed-day";
        Dictionary<string, string> columns = new()
        {
            ["regime"] = regime,
            ["event"] = cell("event_date") + (cell("event_time").Length > 0 ? "T" + cell("event_time") : ""),
            ["kind"] = kind,
            ["period"] = isNamedDay ? "" : PeriodOf(period, cell("rule")),
            ["land"] = land == "DE" ? "BE" : land[..2],
            ["municipality"] = Municipalities.GetValueOrDefault(land, ""),
            ["recipient_land"] = recipient,
            ["direction"] = cell("rule").Contains("ueckwaerts", StringComparison.Ordinal) ? "backward" : "forward",
            ["fixed_date"] = isNamedDay ? DateInText().Match(period).Value : "",
            ["notice"] = period.Contains("mit Hinweis", StringComparison.Ordinal) ? "yes" : "",
            ["options"] = options,
        };
        if (cell("rule").StartsWith("BGB190", StringComparison.Ordinal))
        {
            // The case starts at the end of a two-month period; the tool starts two months earlier.
            columns["event"] = "2004-03-29";
            columns["period"] = "P2M";
        }

        return DeadlineSpecText.Parse(name => columns.GetValueOrDefault(name));
    }

    private static string PeriodOf(string text, string rule)
    {
        Match match = PeriodInText().Match(text.Replace("3T Fiktion + ", "", StringComparison.Ordinal)
            .Replace("4T Fiktion + ", "", StringComparison.Ordinal)
            .Replace("1T Fiktion + ", "", StringComparison.Ordinal)
            .Replace("1M Fiktion + ", "", StringComparison.Ordinal));
        string number = match.Groups[1].Value;
        return match.Groups[2].Value switch
        {
            "AT" => number + "AT",
            "WT" => number + "WT",
            "Servicestunden" or "h" => $"PT{number}H",
            "T" or "volle Kalendertage" => $"P{number}D",
            "W" => $"P{number}W",
            "M" => $"P{number}M",
            "J" => $"P{number}Y",
            string unit => throw new InvalidOperationException($"'{unit}' of {rule}"),
        };
    }

    [GeneratedRegex(@"^([\d.]+) ?(AT|WT|Servicestunden|h|T|volle Kalendertage|W|M|J)")]
    private static partial Regex PeriodInText();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex DateInText();
}
