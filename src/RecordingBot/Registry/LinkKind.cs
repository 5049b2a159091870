namespace RecordingBot.Registry;

/// <summary>Where a person can be known.</summary>
public static class LinkKind
{
    public const string Zoom = "zoom-user";
    public const string Canvas = "canvas-user";
    public const string Mail = "mail";
}
