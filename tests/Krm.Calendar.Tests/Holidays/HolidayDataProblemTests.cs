using Krm.Calendar.Holidays;

namespace Krm.Calendar.Tests.Holidays;

public class HolidayDataProblemTests
{
    [Theory]
    [InlineData("""[]""", "x.json, $: found an array; needed is an object")]
    [InlineData("""{ "version": "1" }""", "x.json, $.format: missing; needed is a text")]
    [InlineData("""{ "format": "krm-holidays/2", "version": "1" }""", "x.json, $.format: found 'krm-holidays/2'; allowed is 'krm-holidays/1'")]
    [InlineData("""{ "format": "krm-holidays/1" }""", "x.json, $.version: missing; needed is a text")]
    [InlineData("""{ "format": "krm-holidays/1", "version": 1 }""", "x.json, $.version: found a number; needed is a text")]
    [InlineData("""{ "format": "krm-holidays/1", "version": " " }""", "x.json, $.version: empty; needed is a text")]
    [InlineData("""{ "format": "krm-holidays/1", "version": "1", "holyday": [] }""", "x.json, $.holyday: unknown field; allowed are areas, format, holidays, laws, source, version")]
    [InlineData("""{ "format": "krm-holidays/1", "version": "1", "holidays": {} }""", "x.json, $.holidays: found an object; needed is an array")]
    [InlineData("""{ "format": "krm-holidays/1", "version": "1", "holidays": [7] }""", "x.json, $.holidays[0]: found a number; needed is an object")]
    [InlineData("""{ "format": "krm-holidays/1", "version": "1", "laws": { "XX": "a" } }""", "x.json, $.laws.XX: 'XX' is no Land; allowed are BW, BY")]
    [InlineData("""{ "format": "krm-holidays/1", "version": "1", "laws": [] }""", "x.json, $.laws: found an array; needed is an object")]
    [InlineData("""{ "format": "krm-holidays/1", "version": true }""", "x.json, $.version: found true or false; needed is a text")]
    [InlineData("""{ "format": "krm-holidays/1", "version": false }""", "x.json, $.version: found true or false; needed is a text")]
    [InlineData("""{ "format": "krm-holidays/1", "version": "1", "areas": "none" }""", "x.json, $.areas: found a text; needed is an array")]
    [InlineData("""{ "format": "krm-holidays/1", "version": "1", "areas": [null] }""", "x.json, $.areas[0]: found null; needed is an object")]
    [InlineData("""{ "format": "krm-holidays/1", "version": "1", "holidays": [{ "id": "a", "name": "A", "date": "01-01", "entries": [{ "laender": ["BY"], "legalBasis": "x", "lowConfidence": 1 }] }] }""", "entries[0].lowConfidence: found a number; needed is true or false")]
    [InlineData("""{ "format": "krm-holidays/1", "version": "1", "source": null }""", "x.json, $.source: found null; needed is a text")]
    public void Read_BrokenFile_NamesThePlace(string json, string problem) => AssertProblem(json, problem);

    [Theory]
    [InlineData(""" "name": "F", "date": "01-01", "entries": [] """, "$.holidays[0].id: missing")]
    [InlineData(""" "id": "f", "date": "01-01", "entries": [] """, "$.holidays[0].name: missing")]
    [InlineData(""" "id": "f", "name": "F", "entries": [] """, "$.holidays[0].date: missing")]
    [InlineData(""" "id": "f", "name": "F", "date": "01-01" """, "$.holidays[0].entries: missing or empty")]
    [InlineData(""" "id": "f", "name": "F", "date": "01-01", "entries": [], "colour": 1 """, "$.holidays[0].colour: unknown field")]
    [InlineData(""" "id": "f", "name": "F", "date": "13-01", "entries": [] """, "$.holidays[0].date: found '13-01'; allowed is 'MM-dd', 'easter'")]
    [InlineData(""" "id": "f", "name": "F", "date": "easter+81", "entries": [] """, "$.holidays[0].date: found 'easter+81'")]
    [InlineData(""" "id": "f", "name": "F", "date": "easter-81", "entries": [] """, "$.holidays[0].date: found 'easter-81'")]
    [InlineData(""" "id": "f", "name": "F", "date": "easter 2", "entries": [] """, "$.holidays[0].date: found 'easter 2'")]
    [InlineData(""" "id": "f", "name": "F", "date": "easter+x", "entries": [] """, "$.holidays[0].date: found 'easter+x'")]
    [InlineData(""" "id": "f", "name": "F", "date": "someday before 11-23", "entries": [] """, "$.holidays[0].date: found 'someday before 11-23'")]
    [InlineData(""" "id": "f", "name": "F", "date": "monday before 2027-01-01", "entries": [] """, "$.holidays[0].date: found 'monday before 2027-01-01'")]
    [InlineData(""" "id": "f", "name": "F", "date": "2027-02-30", "entries": [] """, "$.holidays[0].date: found '2027-02-30'")]
    public void Read_BrokenHoliday_NamesThePlace(string holiday, string problem) =>
        AssertProblem($$"""{ "format": "krm-holidays/1", "version": "1", "holidays": [{ {{holiday}} }] }""", problem);

    [Theory]
    [InlineData(""" "legalBasis": "a" """, "entries[0].laender: missing or empty; needed is an array of texts")]
    [InlineData(""" "laender": [7], "legalBasis": "a" """, "entries[0].laender: found a number; needed are texts")]
    [InlineData(""" "laender": ["XX"], "legalBasis": "a" """, "entries[0].laender: 'XX' is no Land")]
    [InlineData(""" "laender": ["BY", "all"], "legalBasis": "a" """, "entries[0].laender: 'all' is no Land")]
    [InlineData(""" "laender": ["BY"] """, "entries[0].legalBasis: missing, and 'laws' names no law for BY either")]
    [InlineData(""" "laender": ["BY"], "legalBasis": 1 """, "entries[0].legalBasis: found a number")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "from": "27" """, "entries[0].from: found '27'; allowed is a year 'yyyy' or a day 'yyyy-MM-dd'")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "to": "0000" """, "entries[0].to: found '0000'")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "to": "2027-13-01" """, "entries[0].to: found '2027-13-01'")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "from": "2028", "to": "2027" """, "valid from 2028-01-01 to 2027-12-31; the end lies before the beginning")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "from": "2101" """, "'01-01' never falls into the validity within 1990 to 2100")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "to": "1989" """, "'01-01' never falls into the validity within 1990 to 2100")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "from": "2020-01-02", "to": "2020" """, "'01-01' never falls into the validity within 1990 to 2100")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "area": "nowhere" """, "entries[0].area: no area 'nowhere' is declared")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "lowConfidence": "yes" """, "entries[0].lowConfidence: found a text; needed is true or false")]
    [InlineData(""" "laender": ["BY"], "legalBasis": "a", "form": "2020" """, "entries[0].form: unknown field; allowed are area, from, laender, legalBasis, lowConfidence, note, to")]
    public void Read_BrokenEntry_NamesThePlace(string entry, string problem) =>
        AssertProblem(File($$"""{ {{entry}} }"""), problem);

    [Theory]
    [InlineData("""{ "laender": ["BY", "SN"], "legalBasis": "a", "to": "2020" }, { "laender": ["SN"], "legalBasis": "b", "from": "2020" }""", "entries[1]: the validity of 'f' in SN overlaps with x.json, $.holidays[0].entries[0]")]
    [InlineData("""{ "laender": ["BY"], "legalBasis": "a" }, { "laender": ["BY"], "legalBasis": "b", "from": "2020" }""", "entries[1]: the validity of 'f' in BY overlaps")]
    [InlineData("""{ "laender": ["BY"], "legalBasis": "a", "from": "2020" }, { "laender": ["BY"], "legalBasis": "b", "to": "2020" }""", "entries[1]: the validity of 'f' in BY overlaps")]
    [InlineData("""{ "laender": ["BY"], "legalBasis": "a" }, { "laender": ["BY"], "legalBasis": "b", "area": "t" }""", "entries[1]: the validity of 'f' in BY overlaps")]
    [InlineData("""{ "laender": ["BY"], "legalBasis": "a", "area": "t" }, { "laender": ["BY"], "legalBasis": "b", "area": "t" }""", "entries[1]: the validity of 'f' in BY overlaps")]
    [InlineData("""{ "laender": ["BY", "SN"], "legalBasis": "a", "area": "t" }""", "entries[0].laender: the area 't' lies in BY, so exactly this Land is allowed")]
    [InlineData("""{ "laender": ["SN"], "legalBasis": "a", "area": "t" }""", "entries[0].laender: the area 't' lies in BY, so exactly this Land is allowed")]
    public void Read_EntriesThatContradict_NameBothPlaces(string entries, string problem) => AssertProblem(File(entries), problem);

    [Theory]
    [InlineData("""{ "laender": ["BY"], "legalBasis": "a", "to": "2019" }, { "laender": ["BY"], "legalBasis": "b", "from": "2020" }""")]
    [InlineData("""{ "laender": ["BY"], "legalBasis": "a", "from": "2020" }, { "laender": ["BY"], "legalBasis": "b", "to": "2019" }""")]
    [InlineData("""{ "laender": ["BY"], "legalBasis": "a", "from": "2020-01-02" }, { "laender": ["BY"], "legalBasis": "b", "to": "2020-01-01" }""")]
    [InlineData("""{ "laender": ["BY"], "legalBasis": "a" }, { "laender": ["SN"], "legalBasis": "b" }""")]
    [InlineData("""{ "laender": ["BY"], "legalBasis": "a", "area": "t" }, { "laender": ["BY"], "legalBasis": "b", "area": "u" }""")]
    [InlineData("""{ "laender": ["all"], "legalBasis": "a" }""")]
    public void Read_EntriesSideBySide_AreTaken(string entries) => Assert.NotNull(HolidayData.Read(File(entries), "x.json"));

    [Theory]
    [InlineData(""" "land": "BY", "name": "A", "yes": ["09"] """, "$.areas[0].id: missing")]
    [InlineData(""" "id": "a", "name": "A", "yes": ["09"] """, "$.areas[0].land: missing")]
    [InlineData(""" "id": "a", "land": "BY", "yes": ["09"] """, "$.areas[0].name: missing")]
    [InlineData(""" "id": "a", "land": "BY", "name": "A" """, "$.areas[0].yes: missing or empty; needed are prefixes")]
    [InlineData(""" "id": "a", "land": "BY", "name": "A", "yes": ["9"] """, "$.areas[0].yes: found '9'; allowed are 2 to 8 digits")]
    [InlineData(""" "id": "a", "land": "BY", "name": "A", "no": ["097610000"] """, "$.areas[0].no: found '097610000'; allowed are 2 to 8 digits")]
    [InlineData(""" "id": "a", "land": "BY", "name": "A", "unknown": ["09a"] """, "$.areas[0].unknown: found '09a'; allowed are 2 to 8 digits")]
    [InlineData(""" "id": "a", "land": "BY", "name": "A", "yes": ["14"] """, "$.areas[0].yes: found '14'; allowed are 2 to 8 digits that begin with the number of the Land")]
    [InlineData(""" "id": "a", "land": "BY", "name": "A", "yes": ["09"], "no": ["09"] """, "$.areas[0].no: '09' is listed twice")]
    [InlineData(""" "id": "a", "land": "BY", "name": "A", "yes": ["09"], "maybe": ["09"] """, "$.areas[0].maybe: unknown field")]
    [InlineData(""" "id": "by-augsburg", "land": "BY", "name": "A", "yes": ["09"] """, "$.areas[0]: the area 'by-augsburg' is already declared at holidays.de.json, $.areas[0]")]
    public void Extend_BrokenArea_NamesThePlace(string area, string problem)
    {
        string json = $$"""{ "format": "krm-holidays/1", "version": "1", "areas": [{ {{area}} }] }""";

        HolidayDataException exception = Assert.Throws<HolidayDataException>(() => HolidayData.Germany.Extend(json, "x.json"));

        Assert.Contains(exception.Problems, one => one.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Extend_KnownIdWithOtherName_NamesBothPlaces()
    {
        const string json = """
            { "format": "krm-holidays/1", "version": "1", "holidays": [{ "id": "weltkindertag", "name": "Kindertag", "date": "09-20",
              "entries": [{ "laender": ["SN"], "from": "2027" }] }] }
            """;

        HolidayDataException exception = Assert.Throws<HolidayDataException>(() => HolidayData.Germany.Extend(json, "x.json"));

        Assert.StartsWith("x.json, $.holidays[0].entries[0]: 'weltkindertag' is named 'Kindertag' here and 'Weltkindertag' at holidays.de.json", Assert.Single(exception.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyProblems_ListsAllAtOnce()
    {
        const string json = """
            { "format": "krm-holidays/1", "version": "1", "holidays": [
              { "id": "a", "name": "A", "date": "99-99", "entries": [{ "laender": ["QQ"], "legalBasis": "x" }] },
              { "id": "b", "name": "B", "date": "01-01", "entries": [{ "laender": ["BY"] }, { "laender": ["BY"], "from": "2030", "to": "2029", "legalBasis": "x" }] } ] }
            """;

        HolidayDataException exception = Assert.Throws<HolidayDataException>(() => HolidayData.Read(json, "x.json"));

        Assert.Equal(5, exception.Problems.Count);
        Assert.StartsWith("The holiday data has 5 problem(s):\n- x.json, ", exception.Message, StringComparison.Ordinal);
        Assert.All(exception.Problems, problem => Assert.Contains("\n- " + problem, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WrongDate_ListsEveryAllowedForm() => AssertProblem(
        """{ "format": "krm-holidays/1", "version": "1", "holidays": [{ "id": "f", "name": "F", "date": "x", "entries": [] }] }""",
        "found 'x'; allowed is 'MM-dd', 'easter', 'easter+N' or 'easter-N' (N up to 80), '<weekday> before MM-dd' with an English weekday, or a single day 'yyyy-MM-dd'.");

    [Fact]
    public void Read_SoundFile_HasNoProblems()
    {
        // Each would be reported if an empty list, a missing field or an unknown one were taken for the other.
        HolidayData data = HolidayData.Read("""{ "format": "krm-holidays/1", "version": "1", "source": "s", "laws": {}, "areas": [], "holidays": [] }""", "x.json");

        Assert.Equal("1", data.Version);
    }

    [Fact]
    public void Read_TwoProblemsInOneEntry_ReportsBothAndNoOther()
    {
        const string json = """{ "format": "krm-holidays/1", "version": "1", "holidays": [{ "id": "f", "name": "F", "date": "01-01", "entries": [{ "laender": ["QQ"], "from": "x", "legalBasis": "a" }] }] }""";

        HolidayDataException exception = Assert.Throws<HolidayDataException>(() => HolidayData.Read(json, "x.json"));

        Assert.Equal(
            [
                "x.json, $.holidays[0].entries[0].laender: 'QQ' is no Land; allowed are BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH.",
                "x.json, $.holidays[0].entries[0].from: found 'x'; allowed is a year 'yyyy' or a day 'yyyy-MM-dd'.",
            ],
            exception.Problems);
    }

    [Fact]
    public void Read_NoJson_NamesLineAndColumn() =>
        AssertProblem("{\n  \"format\": krm\n}", "x.json, line 2, column 13: this is not JSON");

    private static string File(string entries) => $$"""
        { "format": "krm-holidays/1", "version": "1",
          "areas": [{ "id": "t", "land": "BY", "name": "T", "yes": ["091"] }, { "id": "u", "land": "BY", "name": "U", "yes": ["092"] }],
          "holidays": [{ "id": "f", "name": "F", "date": "01-01", "entries": [{{entries}}] }] }
        """;

    private static void AssertProblem(string json, string problem)
    {
        HolidayDataException exception = Assert.Throws<HolidayDataException>(() => HolidayData.Read(json, "x.json"));

        Assert.Contains(exception.Problems, one => one.Contains(problem, StringComparison.Ordinal));
    }
}
