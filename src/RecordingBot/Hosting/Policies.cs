using Microsoft.AspNetCore.Authorization;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>Who may come to a route at all; what they see and may do there is decided object by object. A route without a policy lets nobody in.</summary>
public static class Policies
{
    /// <summary>Persons and services.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Persons only.</summary>
    public const string Person = "person";

    /// <summary>The data protection officer and the operator: the audit.</summary>
    public const string Audit = "audit";

    /// <summary>The data protection officer: the register.</summary>
    public const string Register = "register";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(
            Person,
            policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Caller(context) is { PersonId: not null })
        );
        options.AddPolicy(Audit, policy => policy.RequireAuthenticatedUser().RequireRole(Role.Dpo, Role.Operator));
        options.AddPolicy(Register, policy => policy.RequireAuthenticatedUser().RequireRole(Role.Dpo));
        // Unknown paths and methods are answered 404 and 405 to everyone; they are no mapped routes.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build();
    }

    private static Caller? Caller(AuthorizationHandlerContext context) =>
        (context.Resource as HttpContext)?.RequestServices.GetRequiredService<SignedIn>().Caller;
}
