using System.Text;
using System.Text.Json.Nodes;
using Krm.Rules.Serialization;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Serialization;

/// <summary>Broken and hostile files end in the documented exception, within bounds.</summary>
public class HostileFileTests
{
    [Fact]
    public void Read_DeepNesting_EndsInAClearProblem()
    {
        var json = WithTable(Table("collect", Rule("r1", string.Concat(Enumerable.Repeat("""{ "not": """, 10_000)) + "{}" + new string('}', 10_000))));

        Assert.Contains("verschachtelt", Message(json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "{")]
    [InlineData("{\"a\":", "{\"a\":")]
    public void Read_NestingThatNeverCloses_SaysThatItIsTooDeep(string opening, string start) =>
        Assert.Contains("tiefer als 32 Ebenen", Message(start + (start == "{" ? "\"facts\":" : "") + string.Concat(Enumerable.Repeat(opening, 100_000))), StringComparison.Ordinal);

    [Fact]
    public void Read_BrokenJsonBehindUmlauts_NamesTheCharacterNotTheByte()
    {
        var exception = Assert.Throws<RuleSetFormatException>(() => RuleSet.Read("\uFEFF{\n \"title\": \"äöü\" 1 }"));

        Assert.Equal((2, 17), (exception.Problems[0].Line, exception.Problems[0].Column));
    }

    [Fact]
    public void Read_AMillionRules_EndsInAClearProblemWithinBoundedMemory()
    {
        var rule = """{"id":"r","then":{},"citation":{}},""";
        var builder = new StringBuilder("""{"format":1,"tables":[{"name":"t","kind":"duties","hitPolicy":"collect","rules":[""");
        for (var count = 0; count < 1_000_000; count++)
        {
            builder.Append(rule);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var message = Message(builder.Append("]}]}").ToString());

        Assert.Contains("größer als 16 MiB", message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000_000);
    }

    [Fact]
    public void Read_TooManyRules_EndsInAClearProblem()
    {
        var rules = string.Join(",", Enumerable.Range(0, RuleSetLimits.Rules + 1).Select(index => Rule("r" + index, "{}")));

        Assert.Contains("mehr als 20000 Regeln", Message(WithTable($$"""{ "name": "t", "kind": "duties", "hitPolicy": "first", "rules": [{{rules}}] }""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HugeText_EndsInAClearProblem() =>
        Assert.Contains("Zeichen", Message($$"""{ "format": 1, "title": "{{new string('x', 1_000_000)}}" }"""), StringComparison.Ordinal);

    [Fact]
    public void Read_TooEntangledCondition_IsRefused()
    {
        var any = """{ "any": [{ "kanal": "Brief" }, { "dringend": true }, { "betrag": { "from": 50 } }, { "frist": { "present": true } }] }""";

        Assert.Contains("zu verwickelt", Message(WithTable(Table("collect", Rule("r1", $$"""{ "all": [{{string.Join(",", Enumerable.Repeat(any, 7))}}] }""")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InvalidUtf8_SaysSo()
    {
        byte[] json = [.. "{ \"title\": \""u8, 0xFC, .. "\" }"u8];

        Assert.False(RuleSet.TryRead(json, out _, out var problems));
        Assert.Contains("UTF-8", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyPrefixOfAShippedRuleSet_ThrowsNothingButTheDocumentedException()
    {
        var json = ShippedRuleSets.GetSource("kqs");
        for (var length = 0; length < json.Length; length += 97)
        {
            Assert.Throws<RuleSetFormatException>(() => RuleSet.Read(json[..length]));
        }
    }

    [Fact]
    public void Read_RandomlyDamagedDocuments_ThrowNothingButTheDocumentedException()
    {
        var random = new Random(7);
        var json = ShippedRuleSets.GetSource("ral").ToCharArray();
        for (var round = 0; round < 1_000; round++)
        {
            var damaged = (char[])json.Clone();
            for (var count = random.Next(1, 6); count > 0; count--)
            {
                damaged[random.Next(damaged.Length)] = "{}[]\",:0ax\\"[random.Next(11)];
            }

            RuleSet.TryRead(Encoding.UTF8.GetBytes(damaged), out var ruleSet, out var problems);
            Assert.Equal(ruleSet is null, problems.Count > 0);
        }
    }

    [Fact]
    public void Read_MembersTakenOutRenamedOrOfAnotherType_ThrowNothingButTheDocumentedException()
    {
        var random = new Random(11);
        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            for (var round = 0; round < 400; round++)
            {
                var document = JsonNode.Parse(ruleSet.ToJson())!;
                for (var count = random.Next(1, 4); count > 0; count--)
                {
                    Damage(document, random);
                }

                RuleSet.TryRead(Encoding.UTF8.GetBytes(document.ToJsonString()), out var read, out var problems);
                Assert.Equal(read is null, problems.Count > 0);
            }
        }
    }

    private static void Damage(JsonNode node, Random random)
    {
        while (true)
        {
            var count = node is JsonObject members ? members.Count : ((JsonArray)node).Count;
            if (count == 0)
            {
                return;
            }

            var position = random.Next(count);
            var child = node is JsonObject parent ? parent.ElementAt(position).Value : node[position];
            if (child is JsonObject or JsonArray && random.Next(6) > 0)
            {
                node = child;
                continue;
            }

            JsonNode? replacement = random.Next(6) switch
            {
                0 => null,
                1 => new JsonObject(),
                2 => new JsonArray(),
                3 => JsonValue.Create(-1),
                4 => JsonValue.Create(true),
                _ => JsonValue.Create("x y"),
            };
            if (node is JsonArray list)
            {
                list[position] = replacement;
                return;
            }

            var named = (JsonObject)node;
            var key = named.ElementAt(position).Key;
            named.Remove(key);
            if (random.Next(3) > 0)
            {
                named[random.Next(4) == 0 ? key + "x" : key] = replacement;
            }

            return;
        }
    }

    private static string Message(string json) => Assert.Throws<RuleSetFormatException>(() => RuleSet.Read(json)).Message;
}
