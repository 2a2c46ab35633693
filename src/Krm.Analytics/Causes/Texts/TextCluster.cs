namespace Krm.Analytics.Causes.Texts;

/// <summary>Texts on the same matter.</summary>
/// <param name="Id">12 hexadecimal digits that stay the same from run to run, see <see cref="TextClusterer"/>.</param>
/// <param name="Members">The indexes of the texts, ascending; at least the minimum size of them.</param>
public sealed record TextCluster(string Id, IReadOnlyList<int> Members);
