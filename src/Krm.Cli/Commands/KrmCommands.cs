using System.CommandLine;
using Krm.Cli.Commands.Rules;
using Krm.Cli.Completion;
using Krm.Cli.Doctor;

namespace Krm.Cli.Commands;

/// <summary>All commands of <c>krm</c>, in the order of its help.</summary>
internal static class KrmCommands
{
    /// <summary>The commands; a new one is one line here.</summary>
    public static IEnumerable<CliCommand> Create(Language language) =>
    [
        new DemoCommand(language),
        new RunCommand(language),
        new HolidaysCommand(language),
        new WorkdaysCommand(language),
        new DeadlineCommand(language),
        new PlanCommand(language),
        new RulesCommand(language),
        new TrainCommand(language),
        new EvaluateCommand(language),
        new ClassifyCommand(language),
        new AnonymizeCommand(language),
        new CountCommand(language),
        new MergeCommand(language),
        new CausesCommand(language),
        new EffectCommand(language),
        new ReportCommand(language),
        new DoctorCommand(language),
        new CompletionCommand(language),
    ];

    /// <summary>The whole command line.</summary>
    public static RootCommand CreateRoot(Language language, Ink ink)
    {
        var root = new RootCommand(language.Choose(
            "krm: Anliegen und Beschwerden einer Verwaltung: was bis wann zu tun ist, worum es geht, warum es wiederkommt.",
            "krm: complaints and requests of an administration: what is due when, what it is about, why it keeps coming."));
        root.Add(CommonOptions.Quiet(language));
        root.Add(CommonOptions.Lang(language));
        foreach (var command in Create(language))
        {
            root.Add(command);
        }

        HelpTexts.Apply(root, language, ink);
        CompletionValues.Apply(root);
        return root;
    }
}
