using System.Text.RegularExpressions;

namespace CanvasConnector.Files;

/// <summary>Where a name is taken, Canvas puts a number between its stem and its extension.</summary>
internal static partial class NumberedName
{
    /// <summary>Whether a name is the one that was asked for, or what Canvas makes of it.</summary>
    public static bool Is(string? shown, string asked)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(asked), Path.GetExtension(asked));
        return shown is not null
            && shown.StartsWith(stem, StringComparison.Ordinal)
            && shown.EndsWith(extension, StringComparison.Ordinal)
            && shown.Length >= stem.Length + extension.Length
            && Number().IsMatch(shown[stem.Length..^extension.Length]);
    }

    [GeneratedRegex(@"^(-\d{1,3}| \(\d{1,3}\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
