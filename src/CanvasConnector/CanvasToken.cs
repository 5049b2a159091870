using System.ComponentModel;
using System.Text.Json.Serialization;
using CanvasConnector.Json;

namespace CanvasConnector;

/// <summary>An access token of Canvas. It prints and serialises as <c>***</c>, so that no log can hold it.</summary>
[TypeConverter(typeof(CanvasTokenConverter))]
[JsonConverter(typeof(CanvasTokenJsonConverter))]
public sealed class CanvasToken
{
    private readonly string value;

    /// <summary>Takes the token as Canvas gave it.</summary>
    /// <exception cref="ArgumentException">The token is empty or holds characters that a header cannot carry.</exception>
    public CanvasToken(string value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Any(c => c is <= ' ' or > '~'))
            throw new ArgumentException("A token is one word of printable ASCII characters.", nameof(value));
        this.value = value;
    }

    /// <summary>The token itself, for the one header that carries it.</summary>
    public string Reveal() => value;

    /// <inheritdoc />
    public override string ToString() => "***";
}
