using System.Net;
using System.Text.Json;

namespace RecordingBot.Tests.Support;

/// <summary>What a door answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The body.</param>
internal sealed record Answer(HttpStatusCode Status, string Text)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The items of a list.</summary>
    public JsonElement[] Items => [.. Json.GetProperty("items").EnumerateArray()];

    /// <summary>The same, where it succeeded.</summary>
    public Answer Must() => (int)Status is >= 200 and < 300 ? this : throw new HttpRequestException($"{(int)Status}: {Text}");

    public static async Task<Answer> OfAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        using (answer)
            return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
    }
}
