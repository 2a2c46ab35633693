using System.Security.Cryptography;
using CaseDesk.Analysis;
using CaseDesk.Storage;
using Krm.Analytics.Causes;
using Krm.Analytics.Effects;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace CaseDesk.Pages;

/// <summary>Recurring causes, the measures attached to them, and what they brought.</summary>
public sealed class CausesModel(CauseBoard board, MeasureStore measures, IClock clock) : PageModel
{
    private const int LongestName = 200;

    private IReadOnlyList<(Measure Measure, EffectVerification? Effect)> _measures = [];

    public IReadOnlyList<RecurringCause> Causes { get; private set; } = [];

    public string? Problem { get; private set; }

    public LocalDate Today => clock.TodayInGermany();

    public IEnumerable<(Measure Measure, EffectVerification? Effect)> OtherMeasures =>
        _measures.Where(one => Causes.All(cause => !cause.Cell.Equals(one.Measure.Cell)));

    public IEnumerable<(Measure Measure, EffectVerification? Effect)> MeasuresOf(RecurringCause cause) =>
        _measures.Where(one => cause.Cell.Equals(one.Measure.Cell));

    public string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(string? id, string? cause, string? name, string? day, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Causes.FirstOrDefault(one => one.Id == cause) is not { } known)
        {
            Problem = "Diese Ursache gibt es nicht mehr. Bitte wählen Sie eine der Liste.";
            return Page();
        }

        name = string.Concat((name ?? "").Where(letter => !char.IsControl(letter))).Trim();
        if (id is not { Length: 32 } || !id.All(char.IsAsciiHexDigit) || name.Length is 0 or > LongestName || !GermanTime.TryParseIso(day, out var since))
        {
            Problem = $"Bitte nennen Sie die Maßnahme (höchstens {LongestName} Zeichen) und ihren ersten Tag.";
            return Page();
        }

        await measures.AddAsync(new Measure(id, name, since, known.Cell), cancellation);
        return Redirect("/ursachen");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var (cube, causes) = await board.FindAsync(cancellation);
        Causes = causes;
        _measures = await board.VerifyAsync(cube, cancellation);
    }
}
