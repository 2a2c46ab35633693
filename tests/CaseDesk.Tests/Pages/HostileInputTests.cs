using System.Net;
using System.Text;
using CaseDesk.Tests.Hosting;

namespace CaseDesk.Tests.Pages;

/// <summary>Whatever is sent, nothing runs, nothing breaks, and the answer says nothing of the inside.</summary>
public sealed class HostileInputTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Script = "<script>alert('Hallo')</script><img src=x onerror=alert(1)>";
    private const string Injection = "'); DROP TABLE cases; --";

    [Theory]
    [InlineData(Script)]
    [InlineData(Injection)]
    [InlineData("\"><b>{{7*7}}${7*7}<!--")]
    [InlineData("\u202Etext mit \u0007\u001B Steuerzeichen")]
    [InlineData("𝕌𝕟𝕚𝕔𝕠𝕕𝕖 🚮 ﷽ ẞ \uFFFD")]
    public async Task Intake_HostileText_IsShownAsText(string text)
    {
        using var client = shared.Process.CreateClient();
        var id = DeskClient.NewId();

        Assert.Equal(HttpStatusCode.Redirect, (await client.EnterAsync(id, ("Form.Text", text))).StatusCode);
        var page = await client.ReadAsync("/vorgaenge/" + id);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        var kept = string.Concat(text.Where(letter => !char.IsControl(letter)));
        Assert.Contains(kept, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Place", Injection)]
    [InlineData("Form.Category", Script)]
    [InlineData("Form.Received", "31.02.2026")]
    [InlineData("Form.Received", "2999-01-01")]
    [InlineData("Form.Received", "0001-01-01")]
    [InlineData("Form.Facts[art]", "Erfunden")]
    [InlineData("Form.Facts[reaktion_erforderlich]", "vielleicht")]
    [InlineData("Form.Text", " \u0007 ")]
    public async Task Intake_WrongField_IsRefusedWithoutBreaking(string field, string value)
    {
        using var client = shared.Process.CreateClient();
        var id = DeskClient.NewId();

        var response = await client.EnterAsync(id, (field, value));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("noch nicht angelegt", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/vorgaenge/" + id)).StatusCode);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("'; DELETE FROM cases; --")]
    [InlineData("%00")]
    [InlineData("%ff%fe")]
    public async Task Intake_ForeignId_IsRefused(string id)
    {
        using var client = shared.Process.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.EnterAsync(id)).StatusCode);
    }

    [Fact]
    public async Task Intake_BrokenEncoding_BreaksNothing()
    {
        using var client = shared.Process.CreateClient();
        var id = DeskClient.NewId();

        var response = await client.PostRawAsync(
            "/vorgaenge/neu", Encoding.ASCII.GetBytes($"Form.Id={id}&Form.Received=2026-02-02&Form.Text=kaputt+%FF%FE%C3%28+Ende"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Matches("kaputt .+ Ende", WebUtility.HtmlDecode(await client.ReadAsync("/vorgaenge/" + id)));
    }

    [Fact]
    public async Task Intake_HugeForm_IsRefused()
    {
        using var client = shared.Process.CreateClient();

        var response = await client.EnterAsync(DeskClient.NewId(), ("Form.Text", new string('x', 600_000)));

        Assert.True(response.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, response.StatusCode.ToString());
        Assert.DoesNotContain("Exception", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Intake_NullCharacter_IsRefused()
    {
        using var client = shared.Process.CreateClient();

        Assert.Equal(HttpStatusCode.BadRequest, (await client.EnterAsync(DeskClient.NewId(), ("Form.Text", "vor\u0000nach"))).StatusCode);
    }

    [Fact]
    public async Task Intake_ManyFields_IsRefused()
    {
        using var client = shared.Process.CreateClient();
        (string, string)[] fields = [.. Enumerable.Range(0, 5_000).Select(index => ($"Form.Facts[f{index}]", "x"))];

        var response = await client.EnterAsync(DeskClient.NewId(), fields);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Form_WithoutToken_IsRefused()
    {
        using var http = new HttpClient { BaseAddress = shared.Process.Address };
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Form.Text", "x")]);

        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(new Uri("/vorgaenge/neu", UriKind.Relative), content)).StatusCode);
    }

    [Theory]
    [InlineData("/?seite=-1")]
    [InlineData("/?seite=999999999999999999")]
    [InlineData("/?seite='%20OR%201=1")]
    [InlineData("/vorgaenge/%3Cscript%3E")]
    [InlineData("/vorgaenge/..%2f..%2fetc")]
    public async Task Address_Hostile_IsAnsweredCalmly(string path)
    {
        using var client = shared.Process.CreateClient();

        var response = await client.GetAsync(path);

        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, response.StatusCode.ToString());
        Assert.DoesNotContain("<script>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_Always_ForbidScripts()
    {
        using var client = shared.Process.CreateClient();

        foreach (var path in new[] { "/", "/vorgaenge/neu", "/ursachen", "/bericht" })
        {
            var policy = (await client.GetAsync(path)).Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Log_AfterHostileInput_HoldsNoneOfIt()
    {
        using var client = shared.Process.CreateClient();
        await client.EnterAsync(DeskClient.NewId(), ("Form.Text", "Vertraulich-4711"), ("Form.Place", "Vertraulich-4711"));
        await client.GetAsync("/vorgaenge/Vertraulich-4711");

        Assert.DoesNotContain("Vertraulich-4711", shared.Process.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("DROP TABLE", shared.Process.Log, StringComparison.Ordinal);
    }
}
