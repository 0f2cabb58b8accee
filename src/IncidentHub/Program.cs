using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.App;
using IncidentHub.Briefings;
using IncidentHub.Demo;
using IncidentHub.Log;
using IncidentHub.Notifications;
using IncidentHub.Obligations;
using IncidentHub.Operation;
using IncidentHub.Reports;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Ui;
using IncidentHub.Wall;

return await CommandLine.Run(args, request => Build(args, request));

static WebApplication Build(string[] args, DemoRequest request)
{
    // A published program finds its wwwroot and appsettings beside itself, wherever it is started from.
    var isPublished = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = isPublished ? AppContext.BaseDirectory : null,
    });
    var isDemo = DemoData.IsWanted(builder.Configuration, builder.Environment, request);
    var storage = StorageOptions.From(builder.Configuration, builder.Environment.ContentRootPath, isDemo ? request.Subfolder : null);

    builder.Services.AddSingleton(isDemo ? request.Clock : TimeProvider.System);
    builder.Services.AddStorage(storage);
    builder.Services.AddLog();
    builder.Services.AddAccess();
    builder.Services.AddObligations(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services.AddRooms(storage);
    builder.Services.AddNotifications(builder.Configuration);
    builder.Services.AddBriefings(builder.Configuration);
    builder.Services.AddReports(builder.Configuration);
    builder.Services.AddWall(isDemo ? request.ReplaySpeed ?? 1 : 1);
    builder.Services.AddAdmin();
    builder.Services.AddUi();
    builder.Services.AddLanguage();
    builder.Services.AddHealth();
    builder.Services.AddDemo(request, isDemo);
    builder.Services.AddApp(builder.Environment);
    if (!builder.Environment.IsDevelopment())
        builder.Logging.ClearProviders().AddJsonConsole();

    var app = builder.Build();
    app.UseExceptionHandler("/galat", createScopeForErrors: true);
    app.UseStatusCodePagesWithReExecute("/tidak-ditemukan", createScopeForStatusCodePages: true);
    app.UseSecurityHeaders();
    app.UseSameOriginSockets();
    app.UseRequestLocalization();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();

    app.MapStaticAssets().AllowAnonymous();
    app.MapHealth();
    app.MapLanguage();
    app.MapAccess();
    app.MapDemo();
    app.MapBriefings();
    app.MapWall();
    app.MapApp();
    return app;
}

public partial class Program;
