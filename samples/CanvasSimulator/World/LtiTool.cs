namespace CanvasSimulator.World;

/// <summary>An LTI 1.3 tool as an administrator has installed it.</summary>
internal sealed class LtiTool
{
    public long ClientId { get; set; }

    public string DeploymentId { get; set; } = "";

    public string InitiationUrl { get; set; } = "";

    public string TargetLinkUri { get; set; } = "";

    public List<string> RedirectUris { get; set; } = [];

    /// <summary><c>anonymous</c>, <c>name_only</c>, <c>email_only</c> or <c>public</c>.</summary>
    public string PrivacyLevel { get; set; } = "anonymous";

    /// <summary>The tool's public key as JSON, by which what it sends back is believed.</summary>
    public string? PublicJwk { get; set; }

    public Dictionary<string, string> CustomFields { get; set; } = [];
}
