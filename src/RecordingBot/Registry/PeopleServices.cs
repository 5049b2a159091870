using Microsoft.Extensions.Options;

namespace RecordingBot.Registry;

/// <summary>Adds <see cref="People"/> and the settings section that it is seeded from.</summary>
public static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services
            .AddOptionsWithValidateOnStart<PeopleOptions>()
            .Configure<IConfiguration>((options, settings) => settings.GetSection("People").Bind(options.People));
        services.AddSingleton<IValidateOptions<PeopleOptions>, PeopleOptionsCheck>();
        services.AddScoped<People>();
        return services;
    }
}
