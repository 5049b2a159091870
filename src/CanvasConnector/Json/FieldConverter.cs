using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanvasConnector.Json;

/// <summary>A key that is there makes a field that is set, with null too; an absent key leaves it unset.</summary>
internal sealed class FieldConverter<T> : JsonConverter<Field<T>>
{
    public override bool HandleNull => true;

    public override Field<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? new Field<T>(default) : new Field<T>(JsonSerializer.Deserialize<T>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, Field<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options);
}
