using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZoomConnector.Meetings;

/// <summary>Reads and writes an instance's uuid as text.</summary>
internal sealed class MeetingUuidConverter : JsonConverter<MeetingUuid>
{
    public override MeetingUuid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 and <= 255 } text
            ? new MeetingUuid(text)
            : throw new JsonException("A meeting's uuid is expected.");

    public override void Write(Utf8JsonWriter writer, MeetingUuid value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
