using System.Text.Json;
using Krm.Calendar.Deadlines;

namespace Krm.Rules.Serialization;

/// <summary>Reads periods such as <c>P4W</c>, <c>P1M</c>, <c>PT48H</c>, <c>15AT</c> or <c>3WT</c>.</summary>
internal static class PeriodReader
{
    public static string Read(SourceNode node, ProblemList problems)
    {
        if (node.Kind == JsonTokenType.String && DeadlinePeriod.TryParse(node.Text, out var period))
        {
            return period.ToString();
        }

        problems.Add(
            node,
            $"Hier steht {node.Describe()}, erlaubt ist eine Frist wie P10D (Tage), P4W (Wochen), P1M (Monate), P2Y (Jahre), PT48H (Stunden), 15AT (Arbeitstage), 3WT (Werktage) oder at-once (umgehend).");
        return "P1D";
    }
}
