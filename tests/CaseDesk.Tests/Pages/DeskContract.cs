using System.Globalization;
using System.Net;
using CaseDesk.Tests.Hosting;
using Krm.Calendar.Holidays;
using Krm.Rules;
using NodaTime;

namespace CaseDesk.Tests.Pages;

/// <summary>What a clerk may rely on, whatever the database: intake, due dates, work done, causes, report.</summary>
internal static class DeskContract
{
    public static async Task CheckAsync(string connectionString, string modelFile)
    {
        using var desk = await DeskProcess.StartAsync(connectionString, "--Krm:ModelFile", modelFile);
        using var client = desk.CreateClient();

        Assert.Contains("Es ist nichts zu tun", await client.ReadAsync("/"), StringComparison.Ordinal);
        await AFormSentTwiceMakesOneCase(client);
        await DutiesHaveDueDatesWithReasons(client);
        await WorkDoneIsKept(client);
        await CausesAndReportAreThere(client);
        Assert.DoesNotContain("Geheimwort", desk.Log, StringComparison.Ordinal);
    }

    private static async Task AFormSentTwiceMakesOneCase(DeskClient client)
    {
        var id = DeskClient.NewId();
        var first = await client.EnterAsync(id, ("Form.Text", "Geheimwort Laterne"));
        var second = await client.EnterAsync(id, ("Form.Text", "Geheimwort Laterne"));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Contains("1 offene von 1 Vorgängen", await client.ReadAsync("/"), StringComparison.Ordinal);
    }

    private static async Task DutiesHaveDueDatesWithReasons(DeskClient client)
    {
        var id = DeskClient.NewId();
        await client.EnterAsync(
            id, ("Form.Facts[adressat]", "Bezirksamtsleitung"), ("Form.Facts[fachamt]", ""), ("Form.Place", ""), ("Form.Category", ""));
        var page = await client.ReadAsync("/vorgaenge/" + id);

        var rules = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var facts = new Dictionary<string, string?> { ["adressat"] = "Bezirksamtsleitung" };
        var plan = rules.Evaluate(CaseFacts.Create(rules.RuleSet, "x", new LocalDate(2026, 2, 2), facts));
        Assert.All(plan.Duties, duty =>
        {
            Assert.Contains(WebUtility.HtmlEncode(duty.Title), WebUtility.HtmlEncode(WebUtility.HtmlDecode(page)), StringComparison.Ordinal);
            Assert.Contains(duty.DueDate!.Value.ToString("dd.MM.uuuu", CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
        });
        Assert.Contains("Begründung", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    private static async Task WorkDoneIsKept(DeskClient client)
    {
        var id = DeskClient.NewId();
        await client.EnterAsync(id);
        var path = "/vorgaenge/" + id;

        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(path + "?handler=Done", ("duty", "eingangsbestaetigung"), ("day", "2026-02-03"))).StatusCode);
        Assert.Contains("fristgerecht erledigt", await client.ReadAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(path + "?handler=Done", ("duty", "unbekannt"), ("day", "2026-02-03"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(path + "?handler=Done", ("duty", "antwort"), ("day", "2026-02-01"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(path + "?handler=Close", ("day", "2026-02-20"))).StatusCode);
        Assert.Contains("abgeschlossen am 20.02.2026", await client.ReadAsync(path), StringComparison.Ordinal);
    }

    private static async Task CausesAndReportAreThere(DeskClient client)
    {
        Assert.Contains("nichts auffällig", WebUtility.HtmlDecode(await client.ReadAsync("/ursachen")), StringComparison.Ordinal);
        Assert.Contains("</html>", await client.ReadAsync("/bericht"), StringComparison.Ordinal);
        Assert.Equal("Healthy", await client.ReadAsync("/health"));
    }
}
