using NodaTime;

namespace Krm.Calendar.Tests.Holidays;

/// <summary>The statutes once more, by hand and apart from the data file: dates of every holiday of a whole Land.</summary>
internal static class StatuteTable
{
    private const string East = "BB MV SN ST TH";
    private const string West = "BW BY BE HB HH HE NI NW RP SL SH";

    public static IEnumerable<LocalDate> Of(string land, int year)
    {
        LocalDate easter = Easter(year);
        bool isEast = East.Contains(land, StringComparison.Ordinal);
        bool In(string laender) => laender.Split(' ').Contains(land);

        List<(bool Applies, LocalDate Date)> rows =
        [
            (true, new LocalDate(year, 1, 1)),
            (In("BW BY") || (land == "ST" && year >= 1993), new LocalDate(year, 1, 6)),
            ((land == "BE" && year >= 2019) || (land == "MV" && year >= 2023), new LocalDate(year, 3, 8)),
            (true, easter.PlusDays(-2)),
            (land == "BB" && year >= 1991, easter),
            (true, easter.PlusDays(1)),
            (true, new LocalDate(year, 5, 1)),
            (land == "BE" && year is (2020 or 2025), new LocalDate(year, 5, 8)),
            (true, easter.PlusDays(39)),
            (land == "BB" && year >= 1991, easter.PlusDays(49)),
            (true, easter.PlusDays(50)),
            (In("BW BY HE NW RP SL"), easter.PlusDays(60)),
            (In(West) && year == 1990, new LocalDate(year, 6, 17)),
            (land == "BE" && year == 2028, new LocalDate(year, 6, 17)),
            (land == "SL", new LocalDate(year, 8, 15)),
            (land == "TH" && year >= 2019, new LocalDate(year, 9, 20)),
            (true, new LocalDate(year, 10, 3)),
            (isEast || year == 2017 || (In("HB HH NI SH") && year >= 2018), new LocalDate(year, 10, 31)),
            (In("BW BY NW RP SL"), new LocalDate(year, 11, 1)),
            (year <= 1994 || land == "SN", DayOfRepentance(year)),
            (true, new LocalDate(year, 12, 25)),
            (true, new LocalDate(year, 12, 26)),
        ];
        return rows.Where(row => row.Applies)
            .Select(row => row.Date)
            .Distinct()
            .OrderBy(date => date);
    }

    /// <summary>Knuth, The Art of Computer Programming 1, section 1.3.2, exercise 14: not the algorithm of the library.</summary>
    private static LocalDate Easter(int year)
    {
        int golden = (year % 19) + 1;
        int century = (year / 100) + 1;
        int solar = (3 * century / 4) - 12;
        int lunar = (((8 * century) + 5) / 25) - 5;
        int sunday = (5 * year / 4) - solar - 10;
        int epact = ((11 * golden) + 20 + lunar - solar) % 30;
        epact += (epact == 25 && golden > 11) || epact == 24 ? 1 : 0;
        int moon = 44 - epact;
        moon += moon < 21 ? 30 : 0;
        return new LocalDate(year, 3, 1).PlusDays(moon + 7 - ((sunday + moon) % 7) - 1);
    }

    /// <summary>Eleven days before the first Sunday in Advent, which is the Sunday from 27 November on.</summary>
    private static LocalDate DayOfRepentance(int year) =>
        new LocalDate(year, 11, 26).Next(IsoDayOfWeek.Sunday).PlusDays(-11);
}
