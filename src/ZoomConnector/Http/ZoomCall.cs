using System.Text.Json;

namespace ZoomConnector.Http;

/// <summary>One request before it is sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The absolute address.</param>
/// <param name="Path">The path without ids, for messages.</param>
/// <param name="Repeatable">Whether the same request may be sent again after an unclear end.</param>
internal sealed record ZoomCall(string Method, Uri Address, string Path, bool Repeatable)
{
    /// <summary>The JSON to send; null for none.</summary>
    public string? Json { get; init; }

    /// <summary>The form to send; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }

    /// <summary>The Authorization header's value.</summary>
    public string? Authorization { get; init; }

    public static ZoomCall Get(Uri api, ZoomPath path, string query = "") => new("GET", At(api, path, query), path.Shown, true);

    /// <summary>A partial change that names whole values: twice is as good as once.</summary>
    public static ZoomCall Patch(Uri api, ZoomPath path, object body) =>
        new("PATCH", At(api, path), path.Shown, true) { Json = JsonSerializer.Serialize(body, ZoomJson.Options) };

    /// <summary>A call that does something each time.</summary>
    public static ZoomCall Post(Uri api, ZoomPath path, object body) =>
        new("POST", At(api, path), path.Shown, false) { Json = JsonSerializer.Serialize(body, ZoomJson.Options) };

    /// <summary>A removal: what is gone stays gone, however often it is asked for.</summary>
    public static ZoomCall Delete(Uri api, ZoomPath path, string query = "") => new("DELETE", At(api, path, query), path.Shown, true);

    private static Uri At(Uri api, ZoomPath path, string query = "") => new(api.AbsoluteUri.TrimEnd('/') + path.Address + query);
}
