namespace CanvasSimulator.World;

/// <summary>Why a file may be used, as its course may demand to know.</summary>
internal sealed class UsageRights
{
    public string Justification { get; set; } = "";

    public string? Copyright { get; set; }

    public string? License { get; set; }
}
