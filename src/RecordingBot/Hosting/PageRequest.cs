namespace RecordingBot.Hosting;

/// <summary>Tells pages, which people read in a browser, from the doors that programs use.</summary>
public static class PageRequest
{
    private static readonly string[] ProgramsOnly =
    [
        "/api",
        "/directline",
        "/agent",
        "/zoom",
        "/lti",
        "/health",
        "/metrics",
        "/openapi",
        "/campus/clock",
    ];

    /// <summary>Whether the answer is to be read by a person.</summary>
    public static bool Is(HttpRequest request) =>
        !ProgramsOnly.Any(door => request.Path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
