using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CanvasSimulator.Http;

/// <summary>Writes an answer, with ids as text for callers that ask for it.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            http.Response.Headers[name] = value;
        if (answer.FilePath is not null)
        {
            await Results.File(answer.FilePath, answer.ContentType, enableRangeProcessing: true).ExecuteAsync(http);
        }
        else if (answer.Body is not null)
        {
            var accept = http.Request.Headers.Accept.ToString();
            if (accept.Contains("json+canvas-string-ids", StringComparison.OrdinalIgnoreCase))
                MakeIdsText(answer.Body);
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(answer.Body.ToJsonString());
        }
    }

    private static void MakeIdsText(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                MakeIdsText(item);
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                var isId = name == "id" || name.EndsWith("_id", StringComparison.Ordinal);
                if (isId && value is JsonValue single && single.TryGetValue<long>(out var id))
                    fields[name] = id.ToString(CultureInfo.InvariantCulture);
                else
                    MakeIdsText(value);
            }
        }
    }
}
