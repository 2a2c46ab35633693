using System.Diagnostics;
using System.Text;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Cli.Tests.Documentation;

/// <summary>The examples of docs/old-hosts.md, in the C# that projects on .NET Framework use.</summary>
public sealed class OldHostExamples : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Packages()
    {
#nullable disable
#pragma warning disable IDE0008, IDE0090, IDE0007
        DateTime letterSent = new DateTime(2026, 3, 2);
        LocalDate day = LocalDate.FromDateTime(letterSent);
        Deadline deadline = new DeadlineCalculator().Calculate(new DeadlineSpec(DeadlineRegime.SgbX, day, Bundesland.Hamburg, DeadlinePeriod.Parse("P1M"))
        {
            Kind = DeadlineEventKind.Posted,
        });
        DateTime lastDay = deadline.LastDay.Value.ToDateTimeUnspecified();   // 7 April 2026
        string reason = deadline.ToGerman();                                 // for the file
#pragma warning restore IDE0008, IDE0090, IDE0007
#nullable restore

        Assert.Equal(new DateTime(2026, 4, 7), lastDay);
        Assert.Contains("§", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ToolAsProcess()
    {
        var krm = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "krm.exe" : "krm");
        if (!File.Exists(krm))
        {
            return;
        }

        using (var model = File.Create("categories.krm"))
        {
            new Krm.Analytics.Classification.TextClassifierTrainer().Train(DocumentationTexts.PastCases).Write(model);
        }

        var before = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            Run(krm);
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Contains("\"category\":\"Straßenbeleuchtung\"", written.ToString(), StringComparison.Ordinal);
    }

    private static void Run(string krm)
    {
#nullable disable
        ProcessStartInfo start = new ProcessStartInfo(krm, "classify --input - --output - --format jsonl --model categories.krm --quiet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        using (Process process = Process.Start(start))
        {
            Task<string> errors = process.StandardError.ReadToEndAsync();
            Task<string> results = process.StandardOutput.ReadToEndAsync();
            using (StreamWriter input = new StreamWriter(process.StandardInput.BaseStream, new UTF8Encoding(false)))
            {
                input.WriteLine("{\"id\":\"17\",\"text\":\"Die Laterne ist dunkel\"}");
            }

            process.WaitForExit();
            if (process.ExitCode > 1)                                          // 0 done, 1 some rows failed, 2 refused, 130 interrupted
            {
                throw new InvalidOperationException(errors.Result);            // says what is wrong, without anybody's text
            }

            Console.WriteLine(results.Result);                                 // one object a line, with category, confidence, error
        }
#nullable restore
    }
}
