using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CanvasConnector.Files;

namespace CanvasConnector.Json;

/// <summary>Reads an object's keys in their order, values as the form will carry them: null as empty text.</summary>
internal sealed class UploadFieldsConverter : JsonConverter<ImmutableArray<UploadField>>
{
    public override ImmutableArray<UploadField> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var fields = ImmutableArray.CreateBuilder<UploadField>();
        foreach (var field in JsonElement.ParseValue(ref reader).EnumerateObject())
        {
            if (fields.Any(known => known.Name == field.Name))
                throw new JsonException("A field is there twice.");
            fields.Add(new UploadField(field.Name, Text(field.Value)));
        }
        return fields.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<UploadField> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var field in value)
            writer.WriteString(field.Name, field.Value);
        writer.WriteEndObject();
    }

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null => "",
            JsonValueKind.Object or JsonValueKind.Array => throw new JsonException("A field is not a plain value."),
            _ => value.GetRawText(),
        };
}
