using RecordingBot.Recordings;

namespace RecordingBot.Deletion;

/// <summary>How the absence of a copy was checked.</summary>
public static class AbsenceCheck
{
    /// <summary>Canvas was asked for the file afterwards.</summary>
    public const string CanvasReadBack = "canvas-read-back";

    /// <summary>Zoom was asked for it afterwards: at its meeting, in its host's list, and in the trash.</summary>
    public const string ZoomReadBack = "zoom-read-back";

    /// <summary>The agent looked for the file afterwards, with its folder mounted.</summary>
    public const string AgentLook = "agent-look";

    /// <summary>Nothing of ours can look: whoever can says so.</summary>
    public const string Statement = "statement";

    /// <summary>How it was checked for a copy in this place, with this evidence.</summary>
    public static string Of(string place, string evidence) =>
        evidence == EvidenceClass.StatedByPerson ? Statement
        : place == CopyPlace.Canvas ? CanvasReadBack
        : place == CopyPlace.ZoomCloud ? ZoomReadBack
        : AgentLook;
}
