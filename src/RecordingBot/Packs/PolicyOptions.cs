using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Packs;

/// <summary>Which policy pack decides; section <c>Policy</c>.</summary>
public sealed class PolicyOptions
{
    /// <summary>The pack's name.</summary>
    [Required]
    public string Pack { get; set; } = "";

    /// <summary>The folder of the packs; a relative one lies beside the program.</summary>
    [Required]
    public string Folder { get; set; } = "packs";

    /// <summary>The folder, wherever the program was started from.</summary>
    public string FullFolder => Path.GetFullPath(Folder, AppContext.BaseDirectory);
}
