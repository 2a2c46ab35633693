using System.Reflection;
using Krm.Analytics.Causes;
using Krm.Analytics.Classification;
using Krm.Calendar.Holidays;
using Krm.Cli.Cases;
using Krm.Cli.Models;
using Krm.Reporting;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>Everything <c>run.json</c> says: enough to repeat the run and to make its report again.</summary>
internal sealed record RunRecord
{
    public required MainJobRequest Request { get; init; }

    public required Backlog Backlog { get; init; }

    public required TrainedModel? Trained { get; init; }

    public required TextClassifier? Classifier { get; init; }

    public required IReadOnlyList<DefaultedFact> Defaulted { get; init; }

    public required CaseTotals Totals { get; init; }

    public required int CauseCount { get; init; }

    public required ReportRecord Report { get; init; }

    /// <summary>The version of the program.</summary>
    public static string ProgramVersion { get; } =
        typeof(RunRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static RunRecord Of(
        MainJobRequest request,
        LocalDate asOf,
        Backlog backlog,
        TrainedModel? trained,
        TextClassifier? classifier,
        CasePass pass,
        IReadOnlyList<RecurringCause> causes) => new()
        {
            Request = request,
            Backlog = backlog,
            Trained = trained,
            Classifier = classifier,
            Defaulted = pass.Defaulted,
            Totals = pass.Totals,
            CauseCount = causes.Count,
            Report = new ReportRecord(
                asOf,
                request.Columns.Date,
                request.Columns.Closed,
                request.Kind,
                request.Unit,
                request.Label,
                request.Plan,
                request.Land,
                request.Measures,
                DutyDays.TitlesOf(request.RuleSet),
                Versions(request, classifier)),
        };

    private static List<ReportVersion> Versions(MainJobRequest request, TextClassifier? classifier)
    {
        var versions = new List<ReportVersion>
        {
            new("krm", ProgramVersion),
            new($"Regelwerk {request.RuleSet.Id}", $"{request.RuleSet.Version} ({request.RuleSet.Fingerprint[..16]})"),
            new($"Feiertage {request.Land.Code()}", $"{HolidayData.Germany.Version} ({HolidayData.Germany.Fingerprint})"),
        };
        if (classifier is not null)
        {
            versions.Add(new("Modell (Lerndaten)", classifier.Metadata.DataFingerprint[..16]));
        }

        return versions;
    }
}
