using System.Text.Json.Serialization;
using CanvasConnector.Json;

namespace CanvasConnector;

/// <summary>
/// The id of a <typeparamref name="T"/> in Canvas: a positive 64-bit whole number, kept as text because ids of other
/// shards are above 2^53. Canvas may write it as a JSON number or a JSON string; both are read, text is written.
/// </summary>
[JsonConverter(typeof(CanvasIdConverterFactory))]
public sealed record CanvasId<T>
{
    /// <summary>Takes the digits; see <see cref="CanvasId.TryParse"/> for text from outside.</summary>
    /// <exception cref="ArgumentException">The text is not a positive whole number of at most 64 bits.</exception>
    public CanvasId(string value) =>
        Value = CanvasId.Canonical(value) ?? throw new ArgumentException("A Canvas id is a positive whole number.", nameof(value));

    /// <summary>The digits, without leading zeros.</summary>
    public string Value { get; }

    /// <inheritdoc />
    public override string ToString() => Value;
}
