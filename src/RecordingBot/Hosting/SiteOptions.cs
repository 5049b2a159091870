using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Hosting;

/// <summary>Where the program is reached from outside; setting <c>PublicUrl</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>The address that people's links begin with; https, or http on loopback.</summary>
    [Required]
    public Uri PublicUrl { get; set; } = null!;
}
