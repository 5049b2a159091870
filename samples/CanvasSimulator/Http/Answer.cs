using System.Text.Json.Nodes;

namespace CanvasSimulator.Http;

/// <summary>What a door answers, before it is written.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A file to send instead of a body.</summary>
    public string? FilePath { get; init; }

    /// <summary>A page to send instead of a body.</summary>
    public string? Html { get; init; }

    public string? ContentType { get; init; }

    public static Answer Ok(JsonNode body) => new(200, body);

    public static Answer Message(int status, string message) => new(status, new JsonObject { ["message"] = message });

    public static Answer Errors(int status, string message) =>
        new(status, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = message }) });

    public static Answer NotFound() => Errors(404, "The specified resource does not exist.");
}
