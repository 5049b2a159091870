using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>Who calls, and which routes are open to them: sessions, service tokens, policies, antiforgery, limits.</summary>
public static class SignInFeature
{
    public static IHostApplicationBuilder AddSignIn(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SignInOptions>().BindConfiguration("SignIn");
        services.AddOptions<ApiOptions>().BindConfiguration("Api").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsCheck>();
        services.AddScoped<SignedIn>().AddScoped<SessionBook>();
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<RateGate>();
        services.AddSingleton<SecurityLog>();
        services.AddAntiforgery(options =>
        {
            (options.Cookie.Name, options.FormFieldName, options.HeaderName) = ("antiforgery", "antiforgery", "X-Antiforgery");
            // Over plain http, which only loopback speaks, a Secure one could not be made.
            (options.Cookie.SecurePolicy, options.Cookie.SameSite) = (CookieSecurePolicy.SameAsRequest, SameSiteMode.Strict);
            options.SuppressXFrameOptionsHeader = true;
        });
        // Only files that are the same for everyone are compressed: nothing secret lies beside what a stranger chooses.
        services.AddResponseCompression(options =>
            (options.EnableForHttps, options.MimeTypes) = (true, ["text/javascript", "text/css", "image/svg+xml"])
        );
        services.AddDataProtection().SetApplicationName("RecordingBot");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<RegistryDatabase, KeyTable, DataFolder, ILoggerFactory>(
                (options, database, table, data, loggers) =>
                    options.XmlRepository = database.IsPostgres
                        ? table
                        : new FileSystemXmlRepository(Directory.CreateDirectory(data.In("keys/forms")), loggers)
            );
        return builder;
    }

    /// <summary>What every request passes, in this order, before it reaches its route.</summary>
    public static WebApplication UseSignIn(this WebApplication app)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.UseFaults();
        app.UseResponseCompression();
        app.UseStaticFiles(
            new StaticFileOptions { OnPrepareResponse = sent => sent.Context.Response.Headers.CacheControl = "public, max-age=86400" }
        );
        app.UseWebSockets();
        app.UseRouting();
        app.UseAuthentication();
        app.Use(
            (context, next) =>
            {
                Language.Use(context.Response, Language.Of(context.Request, context.RequestServices.GetRequiredService<SignedIn>().Person));
                return next(context);
            }
        );
        app.Use(app.Services.GetRequiredService<RateGate>().PassAsync);
        // Around the guards: what they refuse is an access too.
        app.UseMiddleware<Rights.AccessLog>();
        app.UseMiddleware<UnsafeMethodGuard>();
        app.UseAuthorization();
        return app;
    }
}
