using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanvasConnector.Json;

/// <summary>A token never leaves by serialisation and never enters by it.</summary>
internal sealed class CanvasTokenJsonConverter : JsonConverter<CanvasToken>
{
    public override CanvasToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A token is not read from JSON.");

    public override void Write(Utf8JsonWriter writer, CanvasToken value, JsonSerializerOptions options) => writer.WriteStringValue("***");
}
