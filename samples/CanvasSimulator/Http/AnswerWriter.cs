using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CanvasSimulator.Http;

/// <summary>Writes an answer, with ids as text for callers that ask for it.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpContext http, Answer answer, bool prefix = false)
    {
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            http.Response.Headers[name] = value;
        if (answer.FilePath is not null)
        {
            await Results.File(answer.FilePath, answer.ContentType, enableRangeProcessing: true).ExecuteAsync(http);
        }
        else if (answer.Html is not null)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(answer.Html);
        }
        else if (answer.Body is not null)
        {
            var accept = http.Request.Headers.Accept.ToString();
            if (accept.Contains("json+canvas-string-ids", StringComparison.OrdinalIgnoreCase))
                MakeIdsText(answer.Body);
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync((prefix ? "while(1);" : "") + answer.Body.ToJsonString());
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
                if (IsId(name, value, out var id))
                    fields[name] = id;
                else
                    MakeIdsText(value);
            }
        }
    }

    private static bool IsId(string name, JsonNode? value, [NotNullWhen(true)] out JsonNode? text)
    {
        text = value switch
        {
            JsonValue when name == "id" || name.EndsWith("_id", StringComparison.Ordinal) => Text(value),
            JsonArray ids when name.EndsWith("_ids", StringComparison.Ordinal) => new JsonArray([
                .. ids.Select(id => Text(id) ?? id?.DeepClone()),
            ]),
            _ => null,
        };
        return text is not null;
    }

    private static JsonValue? Text(JsonNode? value) =>
        value is JsonValue single && single.TryGetValue<long>(out var id)
            ? JsonValue.Create(id.ToString(CultureInfo.InvariantCulture))
            : null;
}
