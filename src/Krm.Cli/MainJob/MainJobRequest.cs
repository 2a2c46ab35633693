using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Calendar.Holidays;
using Krm.Cli.Cases;
using Krm.Cli.Measures;
using Krm.Cli.Tables;
using Krm.Rules;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>What the user asked of the whole main job.</summary>
internal sealed record MainJobRequest
{
    public required TableFile Input { get; init; }

    /// <summary>The directory that receives the results.</summary>
    public required string Output { get; init; }

    public required RuleSet RuleSet { get; init; }

    public required Bundesland Land { get; init; }

    /// <summary>The day that is looked at; null for the newest day of receipt, so that a repeated run gives the same.</summary>
    public LocalDate? AsOf { get; init; }

    public required CaseColumns Columns { get; init; }

    /// <summary>The column of the text; null where there is none.</summary>
    public string? Text { get; init; }

    /// <summary>The column of the known category; null where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>The columns of kind and unit as the report names them; null where there are none.</summary>
    public string? Kind { get; init; }

    /// <inheritdoc cref="Kind"/>
    public string? Unit { get; init; }

    /// <summary>The model file; null to learn from the labelled rows.</summary>
    public string? Model { get; init; }

    /// <summary>What was done against causes.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>What is counted for recurring causes.</summary>
    public required CountPlan Plan { get; init; }

    public required CauseDetectorOptions Detection { get; init; }
}
