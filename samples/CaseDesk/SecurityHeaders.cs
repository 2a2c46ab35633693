namespace CaseDesk;

/// <summary>Tells browsers to run nothing but this site's own style sheet, whatever a text contains.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string OwnStyleOnly = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private const string ReportStyle = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path == "/bericht" ? ReportStyle : OwnStyleOnly;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
