using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CaseDesk.Tests.Hosting;

/// <summary>A clerk's browser as far as forms go: cookies, hidden fields, no redirects followed.</summary>
internal sealed partial class DeskClient : IDisposable
{
    private readonly HttpClient _http;
    private string? _token;

    public DeskClient(Uri address)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        _http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<string> ReadAsync(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends the fields with the token of the form.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", await TokenAsync())).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await _http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Sends a body as it is, the token in front.</summary>
    public async Task<HttpResponseMessage> PostRawAsync(string path, byte[] body)
    {
        var start = System.Text.Encoding.ASCII.GetBytes("__RequestVerificationToken=" + Uri.EscapeDataString(await TokenAsync()) + "&");
        using var content = new ByteArrayContent([.. start, .. body]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return await _http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Enters a case; the fields named replace the usual ones.</summary>
    public Task<HttpResponseMessage> EnterAsync(string id, params (string Name, string Value)[] fields)
    {
        var all = new Dictionary<string, string>
        {
            ["Form.Id"] = id,
            ["Form.Received"] = "2026-02-02",
            ["Form.Text"] = "Die Laterne vor unserem Haus ist dunkel.",
            ["Form.Category"] = "Lärm",
            ["Form.Place"] = "Altstadt",
        };
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        return PostAsync("/vorgaenge/neu", [.. all.Select(pair => (pair.Key, pair.Value))]);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> TokenAsync() =>
        _token ??= TokenField().Match(await ReadAsync("/vorgaenge/neu")).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
