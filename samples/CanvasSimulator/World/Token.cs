namespace CanvasSimulator.World;

/// <summary>An access token and whose it is.</summary>
internal sealed class Token
{
    public string Value { get; set; } = "";

    public long UserId { get; set; }
}
