using System.Buffers.Text;
using System.Security.Cryptography;
using RecordingBot.Hosting;

namespace RecordingBot.Notices;

/// <summary>
/// By this a browser finds its own answers again, and nothing else: a random number, given where a notice asks for consent. It is hashed with the
/// meeting before it is kept, so that a browser's answers to two meetings can't be put together.
/// </summary>
public static class ConsentCookie
{
    public const string Name = "__Host-consent";

    private const int Bytes = 16;
    private const int Longest = 64;

    /// <summary>As long as a recording is mostly kept.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    /// <summary>What the browser has; null where it has none.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and <= Longest } known ? known : null;

    /// <summary>Gives the browser one, where it has none.</summary>
    public static void Ensure(HttpContext context)
    {
        if (Of(context.Request) is null)
            context.Response.Cookies.Append(Name, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)), Options());
    }

    private static CookieOptions Options()
    {
        var options = SessionCookie.Options();
        (options.SameSite, options.MaxAge) = (SameSiteMode.Strict, Lasts);
        return options;
    }
}
