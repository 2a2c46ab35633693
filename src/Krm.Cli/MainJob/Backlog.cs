using System.Security.Cryptography;
using Krm.Analytics.Anonymization;
using Krm.Analytics.Classification;
using Krm.Cli.Batches;
using Krm.Cli.Commands;
using Krm.Cli.Models;
using Krm.Cli.Tables;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>What the first look at the backlog shows: its newest day, and the cases to learn from.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Newest">The newest day of receipt; null where no row has one.</param>
/// <param name="Labeled">The cases with known category and those without, their texts anonymised; none if a model is given.</param>
/// <param name="Sha256">Fingerprint of the file.</param>
internal sealed record Backlog(long Rows, LocalDate? Newest, LabeledCases Labeled, string Sha256)
{
    /// <summary>Reads the whole table once.</summary>
    /// <exception cref="RefusalException">The table or a named column is missing or unreadable.</exception>
    public static Backlog Scan(MainJobRequest request, Anonymizer anonymizer, CommandContext context)
    {
        using var reader = request.Input.OpenRead(context.Console, context.Messages);
        var date = TypedColumn.Required(reader.Header, request.Columns.Date, context.Messages);
        var text = request.Text is { } textName ? reader.Header.Require(textName) : -1;
        var label = request.Label is { } labelName ? reader.Header.Require(labelName) : -1;
        var learns = request.Model is null && text >= 0 && label >= 0;
        var labeled = new LabeledCases(new TrainingOptions());
        LocalDate? newest = null;
        var rows = 0L;
        context.Progress.Run(context.Language.Choose("Lesen", "Reading"), report =>
        {
            OrderedParallel.Run(
                reader.ReadRows(),
                row => learns ? anonymizer.Anonymize(row[text]).Text : string.Empty,
                (row, anonymized) =>
                {
                    rows++;
                    if (row.Problem is null && IsoDate.TryParse(date.Text(row), out var day))
                    {
                        newest = newest is null || day > newest ? day : newest;
                        labeled.Add(anonymized, learns ? row[label] : string.Empty, day);
                    }
                },
                () => report(rows, reader.Fraction),
                context.Cancellation);
            return rows;
        });
        return new Backlog(rows, newest, labeled, Fingerprint(request.Input.Path, context.Messages));
    }

    private static string Fingerprint(string path, Messages messages)
    {
        using var stream = InputFile.Open(path, messages);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
