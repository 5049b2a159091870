using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanvasConnector.Json;

/// <summary>Reads an id written as number or text. A number is read as 64 bits, never through a double.</summary>
internal sealed class CanvasIdConverter<T> : JsonConverter<CanvasId<T>>
{
    public override CanvasId<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        return CanvasId.TryParse<T>(text, out var id) ? id : throw new JsonException("Not an id.");
    }

    public override void Write(Utf8JsonWriter writer, CanvasId<T> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
