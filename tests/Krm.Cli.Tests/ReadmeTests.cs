using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Krm.Cli.Tests.House;

#region readme
using Krm.Analytics.Classification;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Rules;
using NodaTime;
#endregion

namespace Krm.Cli.Tests;

/// <summary>The README's C# is the body of a test, so it compiles and does what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void TwelveLines_OfAHost_DoWhatTheirCommentsSay()
    {
        using var console = new StringWriter(CultureInfo.InvariantCulture);
        var pastCases = Krm.Cli.Demo.DemoBacklog.Generate().Take(400).Select(one => new LabeledText(one.Text, one.Category)).ToList();
        Host(console, pastCases);

        Assert.Equal(
            ["2024-04-03", "2026-03-16", "Straßenbeleuchtung"],
            console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void Readme_CSharpBlock_IsTheCompiledCode()
    {
        var source = File.ReadAllText(ThisFile());
        var compiled = Regex.Matches(source, @"#region readme\r?\n(.*?)#endregion", RegexOptions.Singleline)
            .SelectMany(match => match.Groups[1].Value.Split('\n'))
            .Select(line => line.Trim().Replace("console.", "Console.", StringComparison.Ordinal))
            .Where(line => line.Length > 0);
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var block = Regex.Match(readme, "```csharp\r?\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

        Assert.Equal(compiled, block.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    private static void Host(TextWriter console, IReadOnlyList<LabeledText> pastCases)
    {
        #region readme
        // When: the second working day after Good Friday in Hamburg; Easter lies in between.
        var calendar = WorkingDayCalendar.For(Bundesland.Hamburg);
        console.WriteLine(calendar.AddWorkingDays(new LocalDate(2024, 3, 29), 2).ToString("uuuu-MM-dd", null));

        // What: a complaint to the leadership office has to be answered within two weeks, and the plan says why.
        var rules = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var facts = new Dictionary<string, string?> { ["adressat"] = "Bezirksamtsleitung" };
        var plan = rules.Evaluate(CaseFacts.Create(rules.RuleSet, "KRM-1", new LocalDate(2026, 3, 2), facts));
        console.WriteLine(plan.FindDuty("antwort")!.DueDate?.ToString("uuuu-MM-dd", null));

        // What about: a category learnt from the authority's own past cases, or none where the text does not tell.
        var classifier = new TextClassifierTrainer().Train(pastCases);
        console.WriteLine(classifier.Classify("Die Laterne vor unserem Haus ist seit Wochen dunkel.").Category);
        #endregion
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
