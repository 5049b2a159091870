using Microsoft.Extensions.Options;

namespace RecordingBot.Packs;

/// <summary>The policy packs: read once at start; one that can't be read stops the program with file, line and reason.</summary>
public static class PacksFeature
{
    public static IHostApplicationBuilder AddPacks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<PolicyOptions>().BindConfiguration("Policy").ValidateDataAnnotations();
        builder.Services.AddSingleton<IValidateOptions<PolicyOptions>, PolicyOptionsCheck>();
        // Read by the bare setting: the options are valid only once the packs are.
        builder.Services.AddSingleton(services =>
            PackReader.ReadFolder(
                (services.GetRequiredService<IConfiguration>().GetSection("Policy").Get<PolicyOptions>() ?? new()).FullFolder
            )
        );
        builder.Services.AddSingleton(services => new ActivePack(
            services.GetRequiredService<PackLibrary>().Packs[services.GetRequiredService<IOptions<PolicyOptions>>().Value.Pack]
        ));
        builder.Services.AddSingleton<PackEditions>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PackEditions>());
        builder.Services.AddHostedService<UnstatedKeys>();
        return builder;
    }
}
