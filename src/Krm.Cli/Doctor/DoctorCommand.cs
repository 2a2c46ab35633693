using System.CommandLine;
using System.Text;
using System.Text.Json;
using Krm.Cli.Commands;

namespace Krm.Cli.Doctor;

/// <summary><c>krm doctor</c>: what is installed, which data it decides with, and whether the machine has what it needs.</summary>
internal sealed class DoctorCommand : CliCommand
{
    private readonly Option<bool> _json;

    public DoctorCommand(Language language)
        : base("doctor", language.Choose(
            "zeigen, was installiert ist, mit welchen Daten gerechnet wird und ob dem Rechner etwas fehlt",
            "show what is installed, which data are used and whether the machine lacks something"))
    {
        _json = AddOption<bool>("--json", language.Choose("maschinenlesbare Ausgabe", "machine-readable output"), "");
        Examples = ["doctor", "doctor --json > krm-versionen.json"];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var lines = MachineInspection.Inspect(context).Concat(DataInspection.Inspect(context.Language)).ToArray();
        if (arguments.GetValue(_json))
        {
            WriteJson(lines, context);
        }
        else
        {
            context.WriteResult(Table(lines, context));
        }

        return lines.Any(line => line.State == DoctorState.Bad) ? ExitCodes.SomeRowsFailed : ExitCodes.Done;
    }

    private static string Table(DoctorLine[] lines, CommandContext context)
    {
        var ink = context.Console.OutputInk;
        var titles = lines.Max(line => line.Title.Length) + 2;
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var mark = line.State switch
            {
                DoctorState.Good => ink.Good(context.Language.Choose("gut   ", "good  ")),
                DoctorState.Doubtful => ink.Doubtful(context.Language.Choose("prüfen", "check ")),
                _ => ink.Bad(context.Language.Choose("fehlt ", "bad   ")),
            };
            string[] parts = [line.Version, line.Fingerprint, line.Note];
            text.Append(mark).Append("  ").Append(line.Title.PadRight(titles))
                .AppendJoin("  ", parts.Where(part => part.Length > 0)).Append('\n');
        }

        return text.ToString();
    }

    private static void WriteJson(DoctorLine[] lines, CommandContext context)
    {
        using (var json = new Utf8JsonWriter(context.Console.StandardOutput, JsonOutput.Indented))
        {
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartObject();
                json.WriteString("key", line.Key);
                json.WriteString("version", line.Version);
                json.WriteString("fingerprint", line.Fingerprint);
                json.WriteString("state", line.State switch { DoctorState.Good => "good", DoctorState.Doubtful => "check", _ => "bad" });
                json.WriteString("note", line.Note);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        context.WriteResult("\n");
    }
}
