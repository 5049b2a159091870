using System.Text.Json.Serialization;
using Campus.Clock;

namespace Campus.Control;

/// <summary>The control: the clock's doors, where everything is, and a page to try things from.</summary>
public static class ControlServer
{
    /// <summary>Builds the control; it listens once started.</summary>
    public static WebApplication Build(ControlOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = options.HostArguments });
        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
        );
        builder.Services.AddSingleton(options).AddSingleton(options.Clock).AddSingleton<Followers>();
        builder.Services.AddSingleton<IClockParty>(services => services.GetRequiredService<Followers>());
        if (options.Zoom is { } zoom)
            builder.Services.AddSingleton<IClockParty>(new ZoomParty(zoom)).AddSingleton(new ZoomSandbox(options.Addresses.Zoom!));
        if (options.Addresses.Canvas is { } canvas)
            builder.Services.AddSingleton(new CanvasSandbox(canvas));
        builder.Services.AddSingleton<ClockMover>().AddSingleton<ClockErrand>();

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(AddHeadersAsync);
        ClockApi.Map(app);
        ControlPages.Map(app);
        app.MapGet("/campus", Describe);
        return app;
    }

    /// <summary>The addresses, of a bot elsewhere too, and where to look for Zoom's files.</summary>
    private static object Describe(ControlOptions campus, Followers followers) =>
        new
        {
            Bot = campus.Addresses.Bot ?? followers.Latest,
            campus.Addresses.Canvas,
            campus.Addresses.Zoom,
            campus.Addresses.Control,
            Recordings = campus.RecordingsFolder,
        };

    private static Task AddHeadersAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        // The sign-in buttons lead to the bot, which is on another port.
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'";
        return next(context);
    }
}
