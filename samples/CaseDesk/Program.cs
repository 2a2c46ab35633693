using CaseDesk;
using CaseDesk.Analysis;
using CaseDesk.Cases;
using CaseDesk.Storage;
using Krm.Hosting;
using Krm.Reporting;
using NodaTime;

var builder = WebApplication.CreateBuilder(args);

// A form is text of a few pages; whoever sends more wants something else.
builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = 256 * 1024);

builder.Services.AddKrm(builder.Configuration.GetSection("Krm"));
builder.Services.AddHealthChecks().AddKrm();
builder.Services.AddOptions<DeskOptions>().BindConfiguration("Desk").ValidateDataAnnotations().ValidateOnStart();

#pragma warning disable RS0030 // The one place that reads the clock; everything else takes it.
builder.Services.AddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
builder.Services.AddSingleton(new DeskDatabase(builder.Configuration.GetConnectionString("Cases") ?? "Data Source=casedesk.db"));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<CaseStore>().AddSingleton<CountStore>().AddSingleton<MeasureStore>();
builder.Services.AddSingleton<CasePlanning>().AddSingleton<CaseWriting>().AddSingleton<CauseBoard>().AddSingleton<ReportFactory>();
builder.Services.AddHostedService<BacklogImport>();
builder.Services.AddHostedService<ReplanningService>();
builder.Services.AddRazorPages();

var app = builder.Build();

await app.Services.GetRequiredService<DeskDatabase>().PrepareAsync(app.Lifetime.ApplicationStopping);

app.UseExceptionHandler("/fehler");
app.UseStatusCodePagesWithReExecute("/fehler/{0}");
app.UseMiddleware<SecurityHeaders>();
app.UseStaticFiles();
app.MapRazorPages();
app.MapHealthChecks("/health");
app.MapGet("/bericht", async (HttpContext context, ReportFactory factory, KrmSnapshot krm) =>
{
    var data = await factory.CreateAsync(krm, context.RequestAborted);
    return Results.Content(HtmlReport.Render(data), "text/html; charset=utf-8");
});

await app.RunAsync();
