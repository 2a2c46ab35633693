using System.Text.Json;
using Krm.Contracts.Rules.Models;
using Krm.Rules.Tests.Models;

namespace Krm.Rules.Tests.Serialization;

public class SchemaTests
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(Repository.Read("src/Krm.Rules/RuleSets/regelwerk.schema.json")).RootElement);

    [Fact]
    public void ShippedRuleSets_AsWrittenAndAsRewritten_FollowTheSchema()
    {
        foreach (var id in ShippedRuleSets.Ids)
        {
            Assert.Empty(Schema.Check(JsonDocument.Parse(ShippedRuleSets.GetSource(id), WithComments).RootElement));
            Assert.Empty(Schema.Check(JsonDocument.Parse(ShippedRuleSets.Get(id).ToJson()).RootElement));
        }
    }

    [Fact]
    public void RandomRuleSets_ThatCanBeRead_FollowTheSchema()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            Assert.Empty(Schema.Check(JsonDocument.Parse(RuleSet.Read(new RandomRuleSet(seed).Json).ToJson()).RootElement));
        }
    }

    [Theory]
    [InlineData("\"kind\": \"scope\"", "\"kind\": \"scop\"")]
    [InlineData("\"hitPolicy\": \"first\"", "\"hitPolicie\": \"first\"")]
    [InlineData("\"applies\": false", "\"applies\": \"nein\"")]
    [InlineData("\"value\": \"P4W\"", "\"value\": \"4W\"")]
    public void Document_WithAMistake_FailsTheSchemaAndTheReader(string right, string wrong)
    {
        var json = ShippedRuleSets.GetSource("harburg").Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEmpty(Schema.Check(JsonDocument.Parse(json, WithComments).RootElement));
        Assert.Throws<Krm.Rules.Serialization.RuleSetFormatException>(() => RuleSet.Read(json));
    }
}
