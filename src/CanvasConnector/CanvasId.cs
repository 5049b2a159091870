using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CanvasConnector;

/// <summary>Reads ids from outside.</summary>
public static class CanvasId
{
    /// <summary>Whether the text is an id: a positive whole number of at most 64 bits.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CanvasId<T>? id)
    {
        id = Canonical(text) is { } value ? new CanvasId<T>(value) : null;
        return id is not null;
    }

    internal static string? Canonical(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
}
