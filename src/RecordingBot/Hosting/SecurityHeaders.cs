using System.Security.Cryptography;

namespace RecordingBot.Hosting;

/// <summary>The headers that every answer carries (security.md 2): nothing is framed, sniffed, referred or kept, and no page runs a script but the chat.</summary>
public static class SecurityHeaders
{
    private const string Common = "default-src 'none'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; ";

    private const string Plain = Common + "style-src 'self'; img-src 'self' data:; connect-src 'self'";

    /// <summary>SHA-256 of nothing: Web Chat makes one style element without a nonce, empty, and fills it by the object model.</summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>Lets the page that is being answered run the scripts that carry the nonce, and talk to this server.</summary>
    /// <returns>The nonce, good for this answer alone.</returns>
    public static string AllowScripts(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        // 'self' doesn't cover sockets in every browser.
        var sockets = $"ws://{context.Request.Host} wss://{context.Request.Host}";
        context.Features.Set(
            new ContentPolicy(
                $"{Common}script-src 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' data: blob:; "
                    + $"connect-src 'self' blob: {sockets}"
            )
        );
        return nonce;
    }

    internal static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // Last of all, since an answer to a fault begins by clearing what was there.
        context.Response.OnStarting(() =>
        {
            Add(context.Response.Headers, context.Features.Get<ContentPolicy>()?.Value ?? Plain, context.Request.IsHttps);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Add(IHeaderDictionary headers, string content, bool https)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = content;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()";
        if (https)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
    }

    private sealed record ContentPolicy(string Value);
}
