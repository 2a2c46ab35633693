using System.CommandLine;
using Krm.Calendar.Holidays;
using Krm.Rules;

namespace Krm.Cli.Completion;

/// <summary>Tells the parser which values an option may be completed with, where it cannot know by itself.</summary>
internal static class CompletionValues
{
    private static readonly Dictionary<string, Func<string[]>> ByOption = new(StringComparer.Ordinal)
    {
        ["--land"] = () => [.. Bundeslaender.All.Select(land => land.Code())],
        ["--new-land"] = () => [.. Bundeslaender.All.Select(land => land.Code())],
        ["--ruleset"] = () => [.. ShippedRuleSets.Ids],
    };

    /// <summary>Goes through a command and all below it.</summary>
    public static void Apply(Command command)
    {
        foreach (var option in command.Options)
        {
            if (ByOption.TryGetValue(option.Name, out var values))
            {
                option.CompletionSources.Add(_ => values().Select(value => new System.CommandLine.Completions.CompletionItem(value)));
            }
        }

        foreach (var subcommand in command.Subcommands)
        {
            Apply(subcommand);
        }
    }
}
