using System.Text.RegularExpressions;

namespace CanvasSimulator.Sandbox;

/// <summary>A fault that waits for its next calls.</summary>
internal sealed record Fault(string Kind, Regex? Path, string? Method, TimeSpan Delay)
{
    public int Times { get; set; }

    public bool Fits(string method, string path) =>
        Times > 0
        && (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && Path?.IsMatch(path) != false
        // A full course is noticed only where room is counted.
        && (Kind != "quota-full" || CountsRoom(method, path))
        // So is a storage's refusal only where bytes are sent.
        && (Kind != "storage-xml" || path.StartsWith("/upload/", StringComparison.Ordinal));

    private static bool CountsRoom(string method, string path) =>
        (method == "POST" && path.EndsWith("/files", StringComparison.Ordinal))
        || path.EndsWith("/files/quota", StringComparison.Ordinal)
        || path.EndsWith("/create_success", StringComparison.Ordinal);
}
