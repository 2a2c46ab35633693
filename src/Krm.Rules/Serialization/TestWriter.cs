using System.Text.Json;
using Krm.Rules.Testing;
using NodaTime.Text;

namespace Krm.Rules.Serialization;

/// <summary>Writes the test cases kept inside a rule set.</summary>
internal static class TestWriter
{
    public static void Write(Utf8JsonWriter json, RuleSetTest test)
    {
        json.WriteString("name", test.Name);
        RuleSetWriter.WriteText(json, "quote", test.Quote);
        if (test.ReceivedTime is { } time)
        {
            json.WriteString("received", TestReader.MomentPattern.Format(test.Received + time));
        }
        else
        {
            RuleSetWriter.WriteDate(json, "received", test.Received);
        }

        RuleSetWriter.WriteText(json, "land", test.Land);
        if (test.Facts.Count > 0)
        {
            json.WriteStartObject("facts");
            foreach (var fact in test.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
            {
                json.WriteString(fact.Key, fact.Value);
            }

            json.WriteEndObject();
        }

        json.WriteStartObject("expect");
        WriteExpectation(json, test.Expected);
        json.WriteEndObject();
    }

    private static void WriteExpectation(Utf8JsonWriter json, RuleSetExpectation expected)
    {
        if (expected.Applies is { } applies)
        {
            json.WriteBoolean("applies", applies);
        }

        RuleSetWriter.WriteText(json, "scopeRule", expected.ScopeRule ?? "");
        RuleSetWriter.WriteText(json, "priority", expected.Priority ?? "");
        if (expected.Duties.Count > 0)
        {
            json.WriteStartObject("duties");
            foreach (var duty in expected.Duties.OrderBy(duty => duty.Key, StringComparer.Ordinal))
            {
                json.WriteString(duty.Key, expected.DueMoments.TryGetValue(duty.Key, out var moment) ? TestReader.MomentPattern.Format(moment)
                    : duty.Value is { } date ? LocalDatePattern.Iso.Format(date) : null);
            }

            json.WriteEndObject();
        }

        if (expected.Roles.Count > 0)
        {
            json.WriteStartObject("roles");
            foreach (var role in expected.Roles.OrderBy(role => role.Key, StringComparer.Ordinal))
            {
                json.WriteString(role.Key, role.Value);
            }

            json.WriteEndObject();
        }

        RuleSetWriter.WriteTexts(json, "absent", expected.AbsentDuties);
        RuleSetWriter.WriteTexts(json, "notices", expected.Notices);
        RuleSetWriter.WriteText(json, "routeTo", expected.RouteTo ?? "");
        RuleSetWriter.WriteDate(json, "deleteOn", expected.DeleteOn);
    }
}
