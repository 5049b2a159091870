using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace RecordingBot.Hosting;

/// <summary>
/// How often one caller or address may come (security.md 2). Counted in this process alone: several instances allow several times as
/// much. On loopback, where tests and a proxy's health checks come from, a hundred times as often.
/// </summary>
public static class RateLimits
{
    /// <summary>Sign-in, for each address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Notice pages, for each address: a lecture hall shares one.</summary>
    public const string Notice = "notice";

    /// <summary>The API and the pages, for each caller.</summary>
    public const string Caller = "caller";

    /// <summary>The web chat: for each token, since a campus shares an address and each open window may poll once a second; without one, for each address.</summary>
    public const string Chat = "chat";

    private const int ChatCallsPerMinute = 120;
    private const int SignInsPerMinute = 10;
    private const int CallsOfAnAddressPerMinute = 1200;
    private const int LoopbackFactor = 100;

    /// <summary>Whom a call is counted with, and how many of theirs are let through.</summary>
    internal static RateLimitPartition<(string Limit, string Who)> Of(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var limit = metadata?.GetMetadata<DisableRateLimitingAttribute>() is null
            ? metadata?.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName
            : null;
        return limit switch
        {
            null => RateLimitPartition.GetNoLimiter(("", "")),
            SignIn => Window(AddressOf(context), SignInsPerMinute),
            Notice => Window(AddressOf(context), CallsOfAnAddressPerMinute),
            Chat => context.Request.Headers.Authorization.ToString() is { Length: > 0 } token
                ? Window(token, ChatCallsPerMinute)
                : Window(AddressOf(context), CallsOfAnAddressPerMinute),
            Caller => Window(
                context.RequestServices.GetRequiredService<SignedIn>().Caller?.Actor ?? AddressOf(context),
                context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.RequestsPerMinute
            ),
            _ => throw new InvalidOperationException($"No limit is called {limit}."),
        };

        RateLimitPartition<(string Limit, string Who)> Window(string who, int perMinute)
        {
            var permits = For(context, perMinute);
            return RateLimitPartition.GetFixedWindowLimiter(
                (limit, who),
                _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }
            );
        }
    }

    /// <summary>The address to count by: an IPv6 one by its /64, since a household has that many.</summary>
    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    /// <summary>How many are allowed to this caller, given the number for one from elsewhere.</summary>
    public static int For(HttpContext context, int number) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) ? number * LoopbackFactor : number;
}
