using NodaTime;

namespace Krm.Cli.Demo;

/// <summary>The bundled backlog: about 3,000 invented cases of two years with planted recurring causes.</summary>
/// <remarks>The same seed gives the same cases on every machine.</remarks>
internal static class DemoBacklog
{
    /// <summary>The seed of the backlog that the demo shows.</summary>
    public const int Seed = 2026;

    /// <summary>How many weeks the backlog spans.</summary>
    public const int Weeks = 104;

    private const double CasesPerWeek = 26;
    private const double UnlabelledShare = 0.12;
    private const double MislabelledShare = 0.05;
    private const double LeadershipShare = 0.06;
    private const double ExcludedShare = 0.05;
    private const int LongestAcknowledgement = 6;

    private const string Leadership = "Bezirksamtsleitung";
    private const string UsualProcedure = "allgemein";

    private static readonly string[] Kinds = ["Beschwerde", "Anregung", "Lob"];
    private static readonly double[] KindWeights = [76, 16, 8];
    private static readonly string[] Channels = ["E-Mail", "Brief", "Niederschrift", "Fax"];
    private static readonly double[] ChannelWeights = [68, 20, 8, 4];
    private static readonly string[] Addressees = ["Qualitätsmanagement", "Fachamt"];
    private static readonly double[] AddresseeWeights = [60, 40];
    // Shares of acknowledgements on the same day, the next … and, last, never.
    private static readonly double[] AcknowledgementWeights = [30, 46, 6, 5, 4, 2, 1, 6];
    private static readonly double[] WeekdayWeights = [22, 19, 17, 16, 14, 6, 6];

    /// <summary>The first day of the backlog, a Monday.</summary>
    public static LocalDate FirstDay { get; } = new(2024, 10, 7);

    /// <summary>The day on which the demo looks at the backlog: the one after its last day.</summary>
    public static LocalDate AsOf => FirstDay.PlusWeeks(Weeks);

    /// <summary>The causes planted into the backlog.</summary>
    public static IReadOnlyList<PlantedCause> PlantedCauses { get; } =
    [
        new("Abfallgebühren", null, FirstDay.PlusWeeks(66), 3, 20,
            "In den neuen Bescheiden vom Januar ist bei uns allen die falsche Personenzahl eingetragen."),
        new("Terminvergabe", null, FirstDay.PlusWeeks(84), 20, 5,
            "Seit der Umstellung auf das neue Buchungsportal werden gebuchte Termine einfach gelöscht."),
        new("Straßenbeleuchtung", "Sandberge", FirstDay.PlusWeeks(97), 4, 6,
            "Seit den Kabelarbeiten am Umspannwerk ist hier die ganze Beleuchtung ausgefallen."),
    ];

    /// <summary>The measure planted into the backlog.</summary>
    public static PlantedMeasure PlantedMeasure { get; } =
        new("Zusätzliche Leerungen an bekannten Ablagestellen", "Müllablagerung", FirstDay.PlusWeeks(56), 0.5);

    /// <summary>Makes the backlog, ordered by day of receipt.</summary>
    /// <param name="seed">The seed; equal seeds give equal backlogs.</param>
    public static IReadOnlyList<DemoCase> Generate(int seed = Seed)
    {
        var random = new Random(seed);
        var book = DemoTextBook.Load();
        var writer = new DemoTextWriter(book, random);
        var cases = new List<DemoCase>();
        for (var week = 0; week < Weeks; week++)
        {
            var monday = FirstDay.PlusWeeks(week);
            for (var left = Poisson(random, CasesPerWeek); left > 0; left--)
            {
                cases.Add(Ordinary(random, book, writer, monday));
            }

            foreach (var cause in PlantedCauses.Where(cause => cause.From <= monday && monday <= cause.To))
            {
                for (var left = cause.ExtraPerWeek; left > 0; left--)
                {
                    cases.Add(Caused(random, book, writer, monday, cause));
                }
            }
        }

        return [.. Aftermath(cases.OrderBy(one => one.Received), new Random(seed + 1))];
    }

    /// <summary>Leaves out the cases the planted measure averted, and acknowledges the others.</summary>
    private static IEnumerable<DemoCase> Aftermath(IEnumerable<DemoCase> cases, Random random)
    {
        foreach (var one in cases)
        {
            var isTouched = one.Category == PlantedMeasure.Category && one.Received >= PlantedMeasure.Date;
            if (!isTouched || random.NextDouble() >= PlantedMeasure.AvertedShare)
            {
                yield return one with { Acknowledged = AcknowledgedOn(random, one) };
            }
        }
    }

    // Most are acknowledged on the next day, some are forgotten.
    private static LocalDate? AcknowledgedOn(Random random, DemoCase one)
    {
        var day = one.Received.PlusDays(Weighted(random, AcknowledgementWeights));
        return day > one.Received.PlusDays(LongestAcknowledgement) || day > one.Closed || day >= AsOf ? null : day;
    }

    private static DemoCase Ordinary(Random random, DemoTextBook book, DemoTextWriter writer, LocalDate monday)
    {
        var received = Day(random, monday);
        var weights = book.Categories.Select(one => (double)one.Share * one.Months[received.Month - 1]).ToArray();
        var category = book.Categories[Weighted(random, weights)];
        var exclusion = random.NextDouble() < ExcludedShare ? book.Exclusions[random.Next(book.Exclusions.Count)] : null;
        var kind = exclusion is null ? Kinds[Weighted(random, KindWeights)] : Kinds[0];
        var place = book.Places[random.Next(book.Places.Count)];
        return Build(random, book, writer, category, received, kind, place, exclusion, exclusion?.Text);
    }

    private static DemoCase Caused(
        Random random, DemoTextBook book, DemoTextWriter writer, LocalDate monday, PlantedCause cause)
    {
        var category = book.Categories.First(one => one.Name == cause.Category);
        var place = cause.Place ?? book.Places[random.Next(book.Places.Count)];
        return Build(random, book, writer, category, Day(random, monday), Kinds[0], place, null, cause.Sentence);
    }

    // Clerks are in a hurry: some cases have no label yet, a few the wrong one.
    private static string? Label(Random random, DemoTextBook book, DemoCategory category)
    {
        var chance = random.NextDouble();
        return chance < UnlabelledShare ? null
            : chance < UnlabelledShare + MislabelledShare ? book.Categories[random.Next(book.Categories.Count)].Name
            : category.Name;
    }

    private static DemoCase Build(
        Random random, DemoTextBook book, DemoTextWriter writer, DemoCategory category, LocalDate received, string kind, string place,
        DemoExclusion? exclusion, string? special)
    {
        var isToLeadership = exclusion is null && random.NextDouble() < LeadershipShare;
        var closed = received.PlusDays(DaysToReply(random, category, isToLeadership));
        return new DemoCase(
            received,
            null,
            closed < AsOf ? closed : null,
            exclusion?.Kind ?? kind,
            Channels[Weighted(random, ChannelWeights)],
            isToLeadership ? Leadership : Addressees[Weighted(random, AddresseeWeights)],
            category.Name,
            exclusion?.Unit ?? category.Unit,
            place,
            exclusion?.Procedure ?? UsualProcedure,
            Label(random, book, category),
            writer.Write(category, kind, received, special));
    }

    // Log-normal, as processing times are; social benefits and building permits take longest.
    private static int DaysToReply(Random random, DemoCategory category, bool isToLeadership)
    {
        var median = category.Unit switch
        {
            "Grundsicherung und Soziales" => 21.0,
            "Bauprüfung" => 24.0,
            _ => 14.0,
        };
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return 1 + (int)((isToLeadership ? 0.55 : 1) * median * Math.Exp(0.5 * normal));
    }

    private static LocalDate Day(Random random, LocalDate monday) => monday.PlusDays(Weighted(random, WeekdayWeights));

    private static int Weighted(Random random, double[] weights)
    {
        var left = random.NextDouble() * weights.Sum();
        for (var index = 0; index < weights.Length - 1; index++)
        {
            left -= weights[index];
            if (left < 0)
            {
                return index;
            }
        }

        return weights.Length - 1;
    }

    private static int Poisson(Random random, double mean)
    {
        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = random.NextDouble(); product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
