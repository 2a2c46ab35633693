using System.ComponentModel.DataAnnotations;

namespace CaseDesk;

/// <summary>What this case system has to know of the authority that uses it.</summary>
public sealed class DeskOptions
{
    /// <summary>The name of the authority, for pages and report.</summary>
    [Required]
    public string Authority { get; set; } = "";

    /// <summary>Id of the rule set by which cases are planned.</summary>
    [Required]
    public string RuleSet { get; set; } = "";

    /// <summary>The fact that holds the kind of the case; the report groups by it.</summary>
    public string KindFact { get; set; } = "";

    /// <summary>The fact that holds the unit in charge; the report groups by it.</summary>
    public string UnitFact { get; set; } = "";

    /// <summary>The closed list of places.</summary>
    public IList<string> Places { get; } = [];

    /// <summary>The closed list of units; offered where the fact of the unit is asked for.</summary>
    public IList<string> Units { get; } = [];

    /// <summary>The closed list of categories; a model adds its own.</summary>
    public IList<string> Categories { get; } = [];
}
