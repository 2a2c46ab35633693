namespace Krm.Reporting.Html;

/// <summary>Sentences that several sections need.</summary>
internal static class Wording
{
    public const string Withheld =
        "Hier wären nur so kleine Zahlen auszuweisen, dass Rückschlüsse auf einzelne Personen möglich wären. Die Tabelle entfällt.";

    public const string TooFew =
        "Es sind so wenige Vorgänge, dass jede weitere Angabe Rückschlüsse auf einzelne Personen zuließe.";

    public const string NoClosingDays =
        "Der Bestand nennt für keinen Vorgang einen Tag der Erledigung. Ob Fristen eingehalten wurden, lässt sich deshalb nicht sagen; "
        + "gezeigt wird, welche Fristen abgelaufen sind.";
}
