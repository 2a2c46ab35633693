namespace Krm.Calendar.Deadlines;

/// <summary>A part of a month as people name it (§ 192 BGB).</summary>
public enum MonthPart
{
    /// <summary>Anfang des Monats: the 1st.</summary>
    Beginning,

    /// <summary>Mitte des Monats: the 15th.</summary>
    Middle,

    /// <summary>Ende des Monats: the last day.</summary>
    End,
}
