using System.Reflection;
using NRules;
using NRules.Fluent;

namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>How NRules itself behaves where it surprises: the reasons for what the adapter does, and what a host has to know.</summary>
public class EngineTrapTests
{
    [Fact]
    public void OrGroup_TwoAlternativesThatHold_FiresTwice()
    {
        var session = new RuleCompiler().Compile(HostRules.Of<HeavyOrLabelledRule>()).CreateSession();

        session.Insert(new Parcel(12));

        Assert.Equal(2, session.Fire());
    }

    [Fact]
    public void Load_NestedRuleClass_IsPassedOverUnlessAskedFor()
    {
        var (silent, asked) = (new RuleRepository(), new RuleRepository());
        silent.Load(load => load.From(typeof(NestedRule)));
        asked.Load(load => load.NestedTypes().From(typeof(NestedRule)));

        Assert.Empty(silent.GetRuleSets().SelectMany(set => set.Rules));
        Assert.Single(asked.GetRuleSets().SelectMany(set => set.Rules));
    }

    [Fact]
    public void Assembly_OfTheAdapter_DoesNotClaimToBeTrimmable()
    {
        Assert.True(IsTrimmable(typeof(RuleEvaluator)));
        Assert.False(IsTrimmable(typeof(NRulesEvaluator)));
    }

    private static bool IsTrimmable(Type type) =>
        type.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(metadata => metadata is { Key: "IsTrimmable", Value: "True" });

    public sealed class NestedRule : global::NRules.Fluent.Dsl.Rule
    {
        public override void Define()
        {
            Parcel parcel = null!;

            When().Match(() => parcel);

            Then().Do(_ => parcel.Label("leicht"));
        }
    }
}
