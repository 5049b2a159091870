using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanvasConnector.Json;

internal sealed class CanvasIdConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(CanvasId<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(CanvasIdConverter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;
}
