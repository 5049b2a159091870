using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZoomConnector.Meetings;

/// <summary>Reads a meeting's number from a number or from text; writes a number, as Zoom's REST API does.</summary>
internal sealed class MeetingIdConverter : JsonConverter<MeetingId>
{
    public override MeetingId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt64(out var number) && number > 0 => new MeetingId(number),
            JsonTokenType.String when MeetingId.TryParse(reader.GetString()) is { } id => id,
            _ => throw new JsonException("A meeting's number is expected."),
        };

    public override void Write(Utf8JsonWriter writer, MeetingId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
