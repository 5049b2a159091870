using System.ComponentModel.DataAnnotations;
using CanvasConnector.Files;

namespace RecordingBot.Publication;

/// <summary>How recordings are published in this institution's Canvas (section <c>Canvas</c>).</summary>
public sealed class PublicationOptions
{
    /// <summary>The largest file that Canvas takes, in bytes; 5 GB unless the institution has agreed on another limit.</summary>
    [Range(1L, long.MaxValue)]
    public long LargestFile { get; set; } = 5L * 1024 * 1024 * 1024;

    /// <summary>On what ground recordings may be shown, where a course demands to know.</summary>
    [EnumDataType(typeof(UseJustification))]
    public UseJustification UsageRights { get; set; } = UseJustification.OwnCopyright;

    /// <summary>Who holds the copyright, where a course demands to know; the pack's controller where it isn't set.</summary>
    public string? LegalCopyright { get; set; }
}
