namespace Krm.Cli.Tests;

public sealed class MessagesTests
{
    [Theory]
    [InlineData(0, 0, "0 Zeilen verarbeitet.", "0 rows done.")]
    [InlineData(1, 0, "1 Zeile verarbeitet.", "1 row done.")]
    [InlineData(1, 1, "1 Zeile verarbeitet, davon 1 mit Fehler (Spalte „error“).", "1 row done, 1 of them failed (column “error”).")]
    [InlineData(1234, 2, "1.234 Zeilen verarbeitet, davon 2 mit Fehler (Spalte „error“).", "1,234 rows done, 2 of them failed (column “error”).")]
    public void RowsDone_Counts_AgreeInNumber(long rows, long failed, string german, string english)
    {
        Assert.Equal(german, new Messages(Language.German).RowsDone(rows, failed));
        Assert.Equal(english, new Messages(Language.English).RowsDone(rows, failed));
    }
}
