namespace Krm.Rules.Facts;

/// <summary>The kind of values a fact (Tatsache) takes.</summary>
public enum FactType
{
    /// <summary>Yes or no (Ja/Nein).</summary>
    YesNo,

    /// <summary>One value of a closed list (Auswahl).</summary>
    Choice,

    /// <summary>A number with a declared number of decimals (Zahl).</summary>
    Number,

    /// <summary>A calendar day (Datum).</summary>
    Date,

    /// <summary>Free text: a rule may ask whether it is there or equals a given word, its content is never kept (Text).</summary>
    Text,
}
