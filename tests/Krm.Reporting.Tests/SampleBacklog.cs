using Krm.Analytics.Effects;
using NodaTime;

namespace Krm.Reporting.Tests;

/// <summary>A made-up backlog of the size asked for; the same seed gives the same cases.</summary>
internal static class SampleBacklog
{
    public static readonly LocalDate AsOf = new(2026, 6, 30);

    private static readonly string[] Kinds = ["Beschwerde", "Beschwerde", "Beschwerde", "Beschwerde", "Anregung", "Anregung", "Lob"];
    private static readonly string[] Units =
    [
        "Management des öffentlichen Raumes", "Einwohnerwesen", "Einwohnerwesen", "Verbraucherschutz, Gewerbe und Umwelt",
        "Bauprüfung", "Soziales Dienstleistungszentrum", "Interner Service", "Stadt- und Landschaftsplanung",
    ];

    private static readonly string[] Categories =
    [
        "Müllablagerung", "Müllablagerung", "Müllablagerung", "Wartezeit", "Wartezeit", "Straßenbeleuchtung", "Parken",
        "Spielplatz", "Baulärm", "Bescheid unverständlich", "Freundlichkeit", "Online-Termin", "Radweg", "Baumpflege",
    ];

    public static ReportBuilder Create(int count, int seed = 1, ReportOptions? options = null, bool withClosing = true)
    {
        var random = new Random(seed);
        var builder = new ReportBuilder(options ?? new ReportOptions
        {
            AsOf = AsOf,
            Organization = "Bezirksamt Harburg",
            Versions = [new("Regelwerk harburg", "1.0.0"), new("Feiertage", "2026-11")],
        });
        for (var index = 0; index < count; index++)
        {
            builder.Add(Next(random, withClosing));
        }

        foreach (var cause in Causes())
        {
            if (count >= 100)
            {
                builder.Add(cause);
            }
        }

        if (count >= 100)
        {
            builder.Add(new EffectFigure(
                "Zusätzliche Leerungen", AsOf.PlusDays(-120), EffectVerdict.Improved, -.31, -.44, -.15, 80, "31 % weniger Vorgänge als ohne die Maßnahme zu erwarten."));
            builder.Add(new EffectFigure(
                "Neue Online-Termine", AsOf.PlusDays(-60), EffectVerdict.NotEnoughData, null, null, null, 12, "Für ein Urteil ist die Zeit seither zu kurz."));
        }

        return builder;
    }

    private static ReportCase Next(Random random, bool withClosing)
    {
        var received = AsOf.PlusDays(-random.Next(730));
        var isLeadership = random.Next(12) == 0;
        var unit = Units[random.Next(Units.Length)];
        var category = Categories[random.Next(Categories.Length)];
        if (category == "Wartezeit" && received < AsOf.PlusDays(-365) && random.Next(2) == 0)
        {
            category = "Müllablagerung";
        }

        var days = (int)(-Math.Log(1 - random.NextDouble()) * (unit == "Bauprüfung" ? 19 : 10)) + 1;
        var closed = received.PlusDays(days);
        return new ReportCase
        {
            Received = received,
            Closed = withClosing ? closed : null,
            Due = received.PlusDays(isLeadership ? 14 : 28),
            Kind = Kinds[random.Next(Kinds.Length)],
            Unit = unit,
            Priority = isLeadership ? "Leitung" : "normal",
            Category = category,
            Confidence = random.NextDouble(),
            Promises = isLeadership
                ? [new("Eingangsbestätigung in 3 Arbeitstagen", random.Next(20) > 0), new("Antwort in 3 Arbeitstagen", random.Next(3) > 0)]
                : [],
            PendingStep = random.Next(3) == 0 ? "Freigabe" : "Stellungnahme",
        };
    }

    private static IEnumerable<CauseFigure> Causes()
    {
        string[] patterns = ["Häufung", "Niveausprung", "Saison", "Trend"];
        for (var index = 0; index < patterns.Length; index++)
        {
            var random = new Random(index);
            var start = AsOf.PlusDays(-7 * 60);
            yield return new CauseFigure
            {
                Pattern = patterns[index],
                Cell = [new("unit", Units[index]), new("category", Categories[index * 2])],
                From = AsOf.PlusDays(-70),
                To = AsOf.PlusDays(-28),
                Observed = 48 - (7 * index),
                Expected = 12.4,
                RateRatio = (48 - (7 * index)) / 12.4,
                QValue = .0004,
                Terms = ["Sperrmüll", "Container", "überfüllt"],
                Sentence = $"{Categories[index * 2]} in {Units[index]}: {48 - (7 * index)} statt erwarteter 12,4 Vorgänge.",
                Series =
                [
                    .. Enumerable.Range(0, 60).Select(week => new CausePoint(
                        start.PlusDays(7 * week), ReportCount.Of(random.Next(4) + (week is >= 50 and < 56 ? 6 : 0)))),
                ],
                Usual = new UsualRange(1.6, 0, 4.5),
            };
        }
    }
}
