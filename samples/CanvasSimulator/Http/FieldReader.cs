using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CanvasSimulator.Http;

/// <summary>Collects a request's parameters; forms, multipart and JSON are equal.</summary>
internal static class FieldReader
{
    public static async Task<Fields> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var fields = new List<KeyValuePair<string, string?>>();
        foreach (var (name, values) in request.Query)
            fields.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
        // Some clients send a content type without a body.
        if (request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0)
            await ReadBodyAsync(request, fields, ct);
        return new Fields(fields);
    }

    private static async Task ReadBodyAsync(HttpRequest request, List<KeyValuePair<string, string?>> fields, CancellationToken ct)
    {
        if (request.HasFormContentType)
        {
            foreach (var (name, values) in await request.ReadFormAsync(ct))
                fields.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
        }
        else if (request.HasJsonContentType())
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            Flatten("", document.RootElement, fields);
        }
    }

    private static void Flatten(string name, JsonElement value, List<KeyValuePair<string, string?>> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    Flatten(name.Length == 0 ? property.Name : $"{name}[{property.Name}]", property.Value, fields);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Flatten(name + "[]", item, fields);
                break;
            default:
                fields.Add(KeyValuePair.Create(name, value.ValueKind == JsonValueKind.Null ? null : value.ToString()));
                break;
        }
    }
}
