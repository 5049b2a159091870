using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;

namespace RecordingBot.Hosting;

/// <summary>Reads a call's body strictly: known fields, once each, not deep, not large.</summary>
public static class ApiBody
{
    private const int Largest = 64 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 32,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The body, or the answer that says what is wrong with it, by the field's path.</summary>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken ct)
        where T : class
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Largest;
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, ct);
            return body is null ? (null, Wrong("$", "A JSON object.")) : (body, null);
        }
        catch (JsonException fault)
        {
            return (null, Wrong(PathOf(fault), "Not what this field takes, not a known field, or no JSON."));
        }
    }

    /// <summary>The answer that says what one field takes.</summary>
    public static IResult Wrong(string path, string takes) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { [path] = [takes] });

    private static string PathOf(JsonException fault) =>
        fault.Path is null or "$" or "" ? "$" : fault.Path.Replace("$.", "", StringComparison.Ordinal);
}
