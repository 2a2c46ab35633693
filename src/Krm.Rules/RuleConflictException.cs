namespace Krm.Rules;

/// <summary>Two rules match a case although the hit policy of their table allows only one.</summary>
/// <remarks>The analysis of the rule set finds such rules beforehand. Carries no data of the case.</remarks>
public sealed class RuleConflictException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="first">Identifier of the rule that comes first in the file.</param>
    /// <param name="second">Identifier of the other rule.</param>
    public RuleConflictException(string table, string first, string second)
        : base($"Tabelle „{table}“: Die Regeln {first} und {second} treffen zugleich zu, es darf aber nur eine gelten.")
    {
        Table = table;
        FirstRule = first;
        SecondRule = second;
    }

    /// <summary>Name of the table.</summary>
    public string Table { get; }

    /// <summary>Identifier of the rule that comes first in the file.</summary>
    public string FirstRule { get; }

    /// <summary>Identifier of the other rule.</summary>
    public string SecondRule { get; }
}
