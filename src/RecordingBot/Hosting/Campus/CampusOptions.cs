using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Hosting.Campus;

/// <summary>What the bot knows of the small campus around it; section <c>Campus</c>.</summary>
public sealed class CampusOptions
{
    /// <summary>Where the control is, whose clock the bot follows.</summary>
    [Required]
    public required Uri ControlUrl { get; set; }
}
