using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RecordingBot.Hosting.Campus;

/// <summary>What the bot does only in environment <c>Campus</c>: settings with values, a clock that can be moved, sign-in by a click.</summary>
public static class CampusFeature
{
    /// <summary>The environment's name.</summary>
    public const string Environment = "Campus";

    /// <summary>Adds the campus where the environment is <c>Campus</c>; nothing anywhere else. Comes after the host's own clock and before whatever reads settings.</summary>
    public static IHostApplicationBuilder AddCampus(this IHostApplicationBuilder builder, DataFolder data)
    {
        if (!builder.Environment.IsEnvironment(Environment))
            return builder;
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = CampusDefaults.Of(data.Path) });
        builder.Services.AddOptionsWithValidateOnStart<CampusOptions>().BindConfiguration("Campus").ValidateDataAnnotations();
        builder.Services.AddSingleton(new MovableClock(TimeProvider.System));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(services => services.GetRequiredService<MovableClock>()));
        builder.Services.AddHostedService<ClockFollower>();
        return builder;
    }

    /// <summary>Maps the doors that exist only there.</summary>
    public static WebApplication MapCampus(this WebApplication app)
    {
        if (!app.Environment.IsEnvironment(Environment))
            return app;
        ClockDoor.Map(app);
        CampusSignIn.Map(app);
        return app;
    }
}
