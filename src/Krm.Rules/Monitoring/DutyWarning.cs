using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Krm.Rules.Outcomes;
using NodaTime;
using NodaTime.Text;

namespace Krm.Rules.Monitoring;

/// <summary>Somebody has to be told about a duty (Warnung).</summary>
/// <remarks>
/// The <see cref="Id"/> depends on case, duty, stage and due date alone: the same warning found at every later look keeps
/// its id, so that a host sends it once; a due date that moves makes a new one.
/// </remarks>
/// <param name="Duty">The duty.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Stage">The stage reached: whom to tell.</param>
/// <param name="State">The state of the duty.</param>
/// <param name="At">The moment of the look.</param>
public readonly record struct DutyWarning(Duty Duty, string CaseId, EscalationStage Stage, DutyState State, Instant At)
{
    /// <summary>Stable identifier: 32 hexadecimal digits of SHA-256 over case, duty, stage and due date.</summary>
    public string Id
    {
        get
        {
            // Lengths in front keep ("1", "2a") apart from ("12", "a").
            var builder = new StringBuilder();
            foreach (var part in new[] { CaseId, Duty.Id, Stage.WorkingDays.ToString(CultureInfo.InvariantCulture), Stage.Notify, DueText })
            {
                builder.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
            }

            var content = Encoding.UTF8.GetBytes(builder.ToString());
#if NET
            var hash = SHA256.HashData(content);
#else
            using var algorithm = SHA256.Create();
            var hash = algorithm.ComputeHash(content);
#endif
            return string.Concat(hash.Take(16).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>What to tell, in German; without any word of the citizen.</summary>
    public string Message => Duty.DueDate is { } due
        ? $"{Stage.Label}: „{Duty.Title}“ im Vorgang {CaseId} ({State.GermanName()}, Frist {(Duty.IsInHours ? German.Moment(due, Duty.DueInstant!.Value) : German.Date(due))}, zuständig: {Duty.Role})."
        : $"{Stage.Label}: „{Duty.Title}“ im Vorgang {CaseId} ({State.GermanName()}, zuständig: {Duty.Role}).";

    internal string DateText => Duty.DueDate is { } due ? LocalDatePattern.Iso.Format(due) : "";

    /// <summary>What the identifier depends on: the due date, for a period in hours its minute.</summary>
    private string DueText => Duty is { IsInHours: true, DueInstant: { } end } ? InstantPattern.General.Format(end) : DateText;
}
