namespace CanvasConnector.Files;

/// <summary>Classes what is left of a file that was to be removed (facts: Canvas 5.6).</summary>
internal static class RemovalReader
{
    private const string Placeholder = "file_removed";
    private const string PlaceholderType = "application/pdf";

    public static RemovalState Classify(CanvasFile was, CanvasFile? now)
    {
        if (now is null)
            return RemovalState.Hidden;
        // First: a file of ours may itself be called as the placeholder is.
        if (now.DisplayName == was.DisplayName && now.Size == was.Size && IsType(now, was.ContentType))
            return RemovalState.StillThere;
        return IsPlaceholder(now) ? RemovalState.Replaced : RemovalState.Unclear;
    }

    // A name that is taken may come with a number behind it.
    private static bool IsPlaceholder(CanvasFile file) =>
        file.DisplayName.StartsWith(Placeholder, StringComparison.Ordinal)
        && file.DisplayName.EndsWith(".pdf", StringComparison.Ordinal)
        && IsType(file, PlaceholderType);

    private static bool IsType(CanvasFile file, string? type) => string.Equals(file.ContentType, type, StringComparison.OrdinalIgnoreCase);
}
