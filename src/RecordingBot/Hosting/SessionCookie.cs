namespace RecordingBot.Hosting;

/// <summary>The browser's hold on a session: never read by a script, never sent to another host or over plain http (loopback apart).</summary>
public static class SessionCookie
{
    public const string Name = "__Host-session";

    /// <summary>Gives the browser the session's token.</summary>
    public static void Set(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options());

    /// <summary>Takes it back.</summary>
    public static void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options());

    internal static CookieOptions Options() =>
        new()
        {
            Secure = true,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
        };
}
