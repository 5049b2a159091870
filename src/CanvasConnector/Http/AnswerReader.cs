using System.Collections;
using System.Text.Json;
using CanvasConnector.Errors;
using CanvasConnector.Json;
using RestSharp;

namespace CanvasConnector.Http;

/// <summary>Reads a successful answer, and believes only JSON that is whole and has what it must have.</summary>
internal static class AnswerReader
{
    // Canvas may put this before JSON, against old browsers' script inclusion.
    private const string Prefix = "while(1);";

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static T Read<T>(CanvasCall call, RestResponse answer)
    {
        var status = (int)answer.StatusCode;
        if (answer.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
            throw Unbelievable(call, status, "the answer is not JSON");
        return Read<T>(call, status, answer.Content);
    }

    public static T Read<T>(CanvasCall call, int status, string? body)
    {
        try
        {
            var read =
                JsonSerializer.Deserialize<T>(Bare(body), CanvasJson.Options) ?? throw Unbelievable(call, status, "the answer is null");
            return read is IList items && items.Contains(null) ? throw Unbelievable(call, status, "the answer's list has holes") : read;
        }
        catch (JsonException)
        {
            // The cause is left out: its message may quote the answer.
            throw Unbelievable(call, status, "the answer's JSON is broken or incomplete");
        }
    }

    public static JsonElement? Parse(string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return null;
        using var document = JsonDocument.Parse(Bare(body), DocumentOptions);
        return document.RootElement.Clone();
    }

    public static CanvasException Unbelievable(CanvasCall call, int? status, string reason) =>
        new(CanvasErrorKind.Protocol, status, call.Verb, call.Path, reason);

    private static string Bare(string? body) =>
        body?.StartsWith(Prefix, StringComparison.Ordinal) == true ? body[Prefix.Length..] : body ?? "";
}
