using NodaTime;

namespace Krm.Analytics.Causes;

/// <summary>The anonymised text of one case, from which terms and examples of a finding are taken.</summary>
/// <remarks>The caller answers for the anonymisation: the text can appear in a finding as it is.</remarks>
/// <param name="Received">The day of receipt.</param>
/// <param name="Values">One value for each dimension of the plan, as counted.</param>
/// <param name="Text">The anonymised text.</param>
public sealed record CaseText(LocalDate Received, IReadOnlyList<string> Values, string Text);
