namespace Krm.Rules;

/// <summary>What a decision table decides.</summary>
public enum TableKind
{
    /// <summary>Whether the procedure applies to the case at all (Geltungsbereich).</summary>
    Scope,

    /// <summary>The priority of the case (Priorität).</summary>
    Priority,

    /// <summary>An intermediate result that later tables may ask about (Zwischenergebnis).</summary>
    Decision,

    /// <summary>What has to be done, by whom, until when (Pflichten).</summary>
    Duties,

    /// <summary>Where the case goes and on which way (Weiterleitung).</summary>
    Routing,

    /// <summary>Whom to tell what (Hinweise).</summary>
    Notices,

    /// <summary>When the data of the case have to be deleted (Aufbewahrung).</summary>
    Retention,
}
