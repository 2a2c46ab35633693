using Krm.Analytics.Anonymization;
using Krm.Analytics.Causes;
using Krm.Analytics.Classification;
using Krm.Cli.Commands;
using Krm.Cli.Findings;
using Krm.Cli.Models;
using Krm.Rules;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>The whole main job: plan, anonymise, classify, find recurring causes, report.</summary>
/// <remarks>The results appear in their directory together, when all are complete.</remarks>
internal sealed class MainJobRunner(MainJobRequest request, CommandContext context)
{
    private readonly PhaseClock _clock = new();
    private readonly Anonymizer _anonymizer = new();

    /// <summary>Runs the job and returns the exit code.</summary>
    public int Run()
    {
        using var staging = StagingDirectory.Create(request.Output, context.Messages);
        var backlog = _clock.Measure("read", () => Backlog.Scan(request, _anonymizer, context));
        var asOf = request.AsOf ?? backlog.Newest ?? context.Console.Today;
        var trained = _clock.Measure("train", () => Train(backlog));
        var classifier = trained?.Classifier ?? (request.Model is { } model ? ModelFile.Read(model, context.Messages) : null);

        using var pass = new CasePass(
            request, new RuleEvaluator(request.RuleSet, request.Land), _anonymizer, classifier, asOf, context);
        NoteDefaults(pass);
        _clock.Measure("plan_and_classify", () => WriteCases(staging, pass));
        var causes = _clock.Measure("causes", () => FindCauses(staging, pass, asOf));
        var record = RunRecord.Of(request, asOf, backlog, trained, classifier, pass, causes);
        _clock.Measure("report", () => WriteReport(staging, record));
        File.WriteAllText(staging.PathTo(ResultFiles.Run), RunJson.Write(record, _clock));
        staging.Commit(ResultFiles.All);
        NoteSummary(pass.Totals, causes.Count, trained);
        return pass.Totals.Failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }

    private TrainedModel? Train(Backlog backlog)
    {
        if (request.Model is not null || request.Text is null || request.Label is null)
        {
            return null;
        }

        return context.Progress.Run(
            context.Language.Choose("Lernen", "Training"),
            _ => ModelTraining.Train(backlog.Labeled, byDate: true, new TrainingOptions(), context));
    }

    private static void WriteCases(StagingDirectory staging, CasePass pass)
    {
        using var plan = File.Create(staging.PathTo(ResultFiles.Plan));
        using var classified = File.Create(staging.PathTo(ResultFiles.Classified));
        pass.Run(plan, classified);
    }

    private IReadOnlyList<RecurringCause> FindCauses(StagingDirectory staging, CasePass pass, LocalDate asOf)
    {
        var cube = pass.BuildCounts();
        var causes = new CauseDetector(request.Detection).Detect(cube, asOf, pass.Texts);
        using var stream = File.Create(staging.PathTo(ResultFiles.Causes));
        CausesJson.Write(stream, causes);
        return causes;
    }

    private void WriteReport(StagingDirectory staging, RunRecord record)
    {
        using var stream = File.Create(staging.PathTo(ResultFiles.Report));
        DirectoryReport.Write(staging.Root, record.Report, stream, context);
    }

    private void NoteDefaults(CasePass pass)
    {
        if (pass.Defaulted.Count > 0)
        {
            context.Note(context.Messages.DefaultedFacts(pass.Defaulted));
        }
    }

    private void NoteSummary(CaseTotals totals, int causes, TrainedModel? trained)
    {
        context.Note(context.Messages.RowsDone(totals.Cases, totals.Failed));
        if (trained is not null)
        {
            context.Note(context.Messages.HeldOutAccuracy(trained.HeldOut.Accuracy));
        }

        context.Note(context.Messages.CausesFound(causes, totals.Cases - totals.Failed));
        context.Note(context.Messages.ResultsIn(request.Output));
    }
}
