using System.Net;
using Microsoft.AspNetCore.Authorization;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingBot.Rights;

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

    /// <summary>The data protection officer and whoever the pack has look over the access log.</summary>
    public const string AccessLog = "access-log";

    /// <summary>The operator, and whoever asks on this machine itself: how the program stands.</summary>
    public const string Operator = "operator";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(
            Person,
            policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Caller(context) is { PersonId: not null })
        );
        options.AddPolicy(Audit, policy => policy.RequireAuthenticatedUser().RequireRole(Role.Dpo, Role.Operator));
        options.AddPolicy(Register, policy => policy.RequireAuthenticatedUser().RequireRole(Role.Dpo));
        options.AddPolicy(
            AccessLog,
            policy =>
                policy
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context =>
                        context.User.IsInRole(Role.Dpo)
                        || (
                            context.Resource is HttpContext http
                            && context.User.IsInRole(LogReview.ReviewerOf(http.RequestServices.GetRequiredService<ActivePack>().Pack))
                        )
                    )
        );
        options.AddPolicy(
            Operator,
            policy =>
                policy.RequireAssertion(context =>
                    context.User.IsInRole(Role.Operator) || context.Resource is HttpContext http && IsHere(http)
                )
        );
        // Unknown paths and methods are answered 404 and 405 to everyone; they are no mapped routes.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build();
    }

    /// <summary>Asked on this machine, and not by a proxy on it for somebody else.</summary>
    private static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !http.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        );

    private static Caller? Caller(AuthorizationHandlerContext context) =>
        (context.Resource as HttpContext)?.RequestServices.GetRequiredService<SignedIn>().Caller;
}
