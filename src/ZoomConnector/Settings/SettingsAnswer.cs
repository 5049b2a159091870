namespace ZoomConnector.Settings;

/// <summary>Settings, or which of them are locked, as Zoom writes them, as far as they are read.</summary>
internal sealed record SettingsAnswer<T>
{
    public required T Recording { get; init; }
}
