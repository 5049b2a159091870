using System.ComponentModel;

namespace ZoomConnector;

/// <summary>
/// A value that must not be seen: it prints as <c>***</c> and has no public property that a serializer or a dump could show
/// (security.md 8). An empty one counts as missing.
/// </summary>
/// <param name="value">The value to hide; may be empty, never null.</param>
[TypeConverter(typeof(SecretConverter))]
public sealed class Secret(string value)
{
    private readonly string value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>True when there is nothing to hide.</summary>
    internal bool IsMissing => string.IsNullOrWhiteSpace(value);

    /// <summary>The value itself, for the one place that sends it or signs with it.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
