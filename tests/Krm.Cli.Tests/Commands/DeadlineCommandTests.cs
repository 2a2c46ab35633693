namespace Krm.Cli.Tests.Commands;

public sealed class DeadlineCommandTests
{
    private const string Header = "id,regime,event,kind,period,land,municipality,recipient_land,direction,fixed_date,notice,options";
    private const string Added = "deemed_day,raw_end,last_day,end_instant,confidence,alternatives,reminder_day";

    [Fact]
    public void Execute_RowsOfTheContract_GivesDays()
    {
        var run = Run(
            $"{Header}\n" +
            "1,AO,2026-06-09,posted,P1M,BE,,,,,,\n" +
            "2,VwVfG,2026-07-06,fixed-day,,BE,,,,2026-08-15,yes,\n" +
            "3,service,2026-05-04,event,10AT,BE,,,forward,,,pause=2026-05-08/2026-05-12;reminder=2\n" +
            "4,ZPO,2026-06-08T12:00,event,PT24H,BE,,,backward,,,\n" +
            "5,service,2026-05-04,event,P14D,BE,,,,,,pause=2026-05-08/\n");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(
            $"{Header},{Added},error\n" +
            "1,AO,2026-06-09,posted,P1M,BE,,,,,,,2026-06-15,2026-07-15,2026-07-15,2026-07-15T22:00:00Z,high,,,\n" +
            "2,VwVfG,2026-07-06,fixed-day,,BE,,,,2026-08-15,yes,,,2026-08-15,2026-08-15,2026-08-15T22:00:00Z,high,,,\n" +
            "3,service,2026-05-04,event,10AT,BE,,,forward,,,pause=2026-05-08/2026-05-12;reminder=2,,2026-05-22,2026-05-22,2026-05-22T22:00:00Z,high,,2026-05-20,\n" +
            "4,ZPO,2026-06-08T12:00,event,PT24H,BE,,,backward,,,,,2026-06-05T12:00,2026-06-05T12:00,2026-06-05T10:00:00Z,high,,,\n" +
            "5,service,2026-05-04,event,P14D,BE,,,,,,pause=2026-05-08/,,,,,high,,,\n",
            run.Output);
    }

    [Fact]
    public void Execute_UnknownMunicipality_GivesBothDates()
    {
        var run = Run($"{Header}\n1,VwVfG,2024-07-15,event,P1M,BY,,,,,,\n");

        const string Reason = "Ein Feiertag, den nur einige Gemeinden haben, entscheidet; die Gemeinde ist nicht bekannt";
        Assert.Contains($",low,\"2024-08-15 safe-to-meet: {Reason} | 2024-08-16 not-late-before: {Reason}\",,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_ContestedQuestion_NamesTheOtherView()
    {
        var run = Run("regime,event,kind,period,land\nVwZG,2026-06-09,posted,P1M,BE\n");

        Assert.Contains(",2026-06-13,2026-07-13,2026-07-13,2026-07-13T22:00:00Z,medium,\"2026-07-15 other-view: andere Auffassung", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_Explain_NamesEveryStepWithItsSection()
    {
        var run = Run($"{Header}\n1,VwVfG,2026-03-04,event,P1M,BE,,,,,,\n", "--explain");

        Assert.Contains($"{Added},steps,error", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\"Ereignis am 04.03.2026 (Mittwoch) (Verwaltungsverfahrensgesetz). | " +
            "Der 04.03.2026 (Mittwoch) zählt nicht mit, Fristbeginn am 05.03.2026 (Donnerstag) (§ 31 Abs. 1 VwVfG i. V. m. § 187 Abs. 1 BGB). | " +
            "1 Monat: Ende mit Ablauf des 04.04.2026 (Samstag) (§ 31 Abs. 1 VwVfG i. V. m. § 188 Abs. 2 BGB). | " +
            "Ende vom 04.04.2026 (Samstag, Sonntag, Ostermontag) auf 07.04.2026 (Dienstag) verschoben (§ 31 Abs. 3 Satz 1 VwVfG). | " +
            "Letzter Tag der Frist: 07.04.2026 (Dienstag), 24 Uhr (Verwaltungsverfahrensgesetz).\"",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_BrokenRows_StayWithAnErrorThatSaysWhatIsMissing()
    {
        var run = Run(
            $"{Header}\n" +
            "1,VwVfG,,posted,P1M,BE,,,,,,\n" +
            "2,Unfug,2026-03-04,event,P0D,BE,,,,,,\n" +
            "3,VwVfG,2100-12-20,event,P1M,BE,,,,,,\n" +
            "4,VwVfG,2026-03-04,event,P1M,BE,,,,,,\n");

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        var lines = run.Output.Split('\n');
        Assert.Contains("Zeile 2: event fehlt; nötig ist ein Datum.", lines[1], StringComparison.Ordinal);
        Assert.Contains("regime (5 Zeichen) ist unbekannt", lines[2], StringComparison.Ordinal);
        Assert.Contains("period „P0D“ ist unbekannt", lines[2], StringComparison.Ordinal);
        Assert.Contains("1990 bis 2100", lines[3], StringComparison.Ordinal);
        Assert.EndsWith("2026-04-07,2026-04-07T22:00:00Z,high,,,", lines[4].Replace("2026-04-04,", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_MissingColumn_ReturnsTwo()
    {
        var run = Run("regime,ereignis,land\nVwVfG,2026-03-04,BE\n");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("„event“ fehlt", run.Error, StringComparison.Ordinal);
    }

    private static KrmRun Run(string csv, params string[] options) =>
        KrmRun.WithInput(csv, ["deadline", "--input", "-", "--output", "-", "--format", "csv", .. options]);
}
