using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CanvasConnector.Json;

namespace CanvasConnector;

/// <summary>
/// A secret of Canvas's making: access token, refresh token or client secret. It prints and serialises as <c>***</c>, so
/// that no log can hold it.
/// </summary>
[TypeConverter(typeof(CanvasTokenConverter))]
[JsonConverter(typeof(CanvasTokenJsonConverter))]
public sealed class CanvasToken
{
    private readonly string value;

    private CanvasToken() => value = "";

    /// <summary>Takes the token as Canvas gave it.</summary>
    /// <exception cref="ArgumentException">The token is empty or holds characters that a header cannot carry.</exception>
    public CanvasToken(string value)
    {
        if (!IsOneWord(value))
            throw new ArgumentException("A token is one word of printable ASCII characters.", nameof(value));
        this.value = value;
    }

    /// <summary>Stands for a setting that is no token: the settings' check names it, where an exception of the binding would show it.</summary>
    internal static CanvasToken Unusable { get; } = new();

    internal static bool TryCreate(string? value, [NotNullWhen(true)] out CanvasToken? token)
    {
        token = IsOneWord(value) ? new CanvasToken(value) : null;
        return token is not null;
    }

    /// <summary>The token itself, for the one header that carries it.</summary>
    public string Reveal() => value;

    /// <summary>
    /// The few letters by which Canvas lets a token be looked up, which are the first of it after the shard's number.
    /// They are still part of a secret: for an address that nothing prints.
    /// </summary>
    internal string Hint()
    {
        var own = value[(value.IndexOf('~', StringComparison.Ordinal) + 1)..];
        return own[..Math.Min(5, own.Length)];
    }

    /// <inheritdoc />
    public override string ToString() => "***";

    private static bool IsOneWord([NotNullWhen(true)] string? value) =>
        !string.IsNullOrEmpty(value) && !value.Any(c => c is <= ' ' or > '~');
}
