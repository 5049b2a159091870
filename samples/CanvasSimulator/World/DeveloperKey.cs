namespace CanvasSimulator.World;

/// <summary>A program that may ask people for tokens.</summary>
internal sealed class DeveloperKey
{
    public long Id { get; set; }

    public string Secret { get; set; } = "";

    public string RedirectUri { get; set; } = "";

    public bool RequiresScopes { get; set; }

    /// <summary>Whether <c>include[]</c> works with a key that minds scopes.</summary>
    public bool AllowsIncludes { get; set; }

    /// <summary>Those that may be asked for; none means all.</summary>
    public List<string> Scopes { get; set; } = [];
}
