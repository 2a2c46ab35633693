using Krm.Calendar.Holidays;
using Krm.Rules;
using Krm.Rules.Facts;
using NodaTime;

namespace Krm.Benchmarks.Rules;

/// <summary>Cases of the rule set harburg: the same facts as values for the evaluator and as a plain C# type.</summary>
/// <remarks>So many that the branch predictor cannot learn them by heart: a backlog does not repeat itself.</remarks>
internal sealed class HarburgCases
{
    public const int Count = 20_000;

    public HarburgCases()
    {
        Evaluator = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var random = new Random(1);
        for (var index = 0; index < Count; index++)
        {
            Plain[index] = new HarburgCase(
                // Most cases of a real backlog are ordinary complaints.
                random.Next(5) == 0 ? (HarburgKind)random.Next(8) : HarburgKind.Complaint,
                (HarburgChannel)random.Next(7),
                (HarburgAddressee)random.Next(3),
                random.Next(10) == 0 ? "Jugend- und Familienhilfe" : "Bauprüfung",
                random.Next(10) == 0 ? (HarburgProcedure)random.Next(3) : HarburgProcedure.General,
                random.Next(10) == 0 ? (HarburgSender)random.Next(3) : HarburgSender.Person,
                random.Next(20) > 0,
                random.Next(20) > 0,
                random.Next(20) > 0,
                new LocalDate(2024, 1, 1).PlusDays(random.Next(730)));
            Facts[index] = CaseFacts.Create(Evaluator.RuleSet, index.ToString(System.Globalization.CultureInfo.InvariantCulture), Values(Plain[index]));
        }
    }

    public RuleEvaluator Evaluator { get; }

    public HarburgCase[] Plain { get; } = new HarburgCase[Count];

    public CaseFacts[] Facts { get; } = new CaseFacts[Count];

    private FactValue[] Values(HarburgCase item)
    {
        var facts = Evaluator.RuleSet.Facts;
        return
        [
            facts[0].Encode(item.Received),
            facts[1].Encode(facts[1].Choices[(int)item.Kind].Name),
            facts[2].Encode(facts[2].Choices[(int)item.Channel].Name),
            facts[3].Encode(facts[3].Choices[(int)item.Addressee].Name),
            facts[4].Encode(item.Department),
            facts[5].Encode(facts[5].Choices[(int)item.Procedure].Name),
            facts[6].Encode(facts[6].Choices[(int)item.Sender].Name),
            facts[7].Encode(item.IsConcrete),
            facts[8].Encode(item.IsAboutOffice),
            facts[9].Encode(item.NeedsReaction),
        ];
    }
}
