namespace Krm.Analytics.Effects;

/// <summary>(Ergebnis der Wirkungsprüfung) What the numbers say about a measure.</summary>
public enum EffectVerdict
{
    /// <summary>The series is too short, too small or too noisy to tell.</summary>
    NotEnoughData,

    /// <summary>No change beyond chance, and a large change can be ruled out.</summary>
    NoChange,

    /// <summary>Fewer cases than without the measure, beyond chance.</summary>
    Improved,

    /// <summary>More cases than without the measure, beyond chance.</summary>
    Worse,
}
