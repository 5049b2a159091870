namespace RecordingBot.Deletion;

/// <summary>How the absence of a copy was seen (security.md 4). Texts say "removed"; they never claim physical destruction.</summary>
public static class EvidenceClass
{
    /// <summary>Canvas no longer shows the file to anyone; its operator could restore it for a while.</summary>
    public const string HiddenInCanvas = "hidden-in-canvas";

    /// <summary>Canvas put its placeholder in the file's place, and then no longer showed that either; it keeps the old content for a limited time.</summary>
    public const string ReplacedInCanvas = "replaced-in-canvas";

    /// <summary>Canvas had no such file any more when it was to be removed: somebody else had done it.</summary>
    public const string AbsentFromCanvas = "absent-from-canvas";

    /// <summary>Zoom shows it neither at its meeting nor in its host's list nor in the trash. Where the account lets its administrators restore what was deleted, they could for a while.</summary>
    public const string DeletedInZoom = "deleted-in-zoom";

    /// <summary>Zoom had no such recording any more when it was to be removed: somebody else had deleted it.</summary>
    public const string AbsentFromZoom = "absent-from-zoom";

    /// <summary>The agent looked, with its folder mounted, and the file was not there.</summary>
    public const string ConfirmedAbsent = "confirmed-absent";

    /// <summary>Where nothing of ours can look: whoever had moved it there says that it is gone.</summary>
    public const string StatedByPerson = "stated-by-person";
}
