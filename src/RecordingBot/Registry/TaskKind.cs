namespace RecordingBot.Registry;

/// <summary>What can wait for a person.</summary>
public static class TaskKind
{
    /// <summary>A recording that belongs to no decision: justify or delete.</summary>
    public const string Unexplained = "unexplained-recording";

    /// <summary>A host or account that is linked to nobody.</summary>
    public const string Unmapped = "unmapped-account";

    /// <summary>A recording whose end nobody has set, or whose end is contradicted.</summary>
    public const string MissingDate = "missing-date";

    /// <summary>A case record for the archive.</summary>
    public const string HandOver = "archive-hand-over";

    /// <summary>A referral to the data protection officer.</summary>
    public const string Referral = "dpo-referral";

    /// <summary>A consent was withdrawn: that part is removed, or the recording goes.</summary>
    public const string Withdrawal = "consent-withdrawn";

    /// <summary>The host is to paste the notice into the meeting's chat, where the bot can't write.</summary>
    public const string PasteNotice = "paste-notice";

    /// <summary>A host's settings in Zoom don't let Zoom itself tell that a meeting is recorded.</summary>
    public const string DisclaimerOff = "disclaimer-off";

    /// <summary>A step that fails; it is tried again by itself.</summary>
    public const string StepFails = "step-fails";

    /// <summary>The agent can't read a folder.</summary>
    public const string Folder = "folder-trouble";

    /// <summary>Nobody concerned could be reached with a warning.</summary>
    public const string Unreachable = "nobody-reached";

    /// <summary>The pack names no authority for deletion.</summary>
    public const string NoAuthority = "no-authority";

    /// <summary>Whether a hold is still needed.</summary>
    public const string HoldReview = "hold-review";

    /// <summary>A teacher's question to the data protection officer about a recording's end.</summary>
    public const string EndQuestion = "end-question";

    /// <summary>A recording that was expected, and no file has come.</summary>
    public const string MissingFile = "missing-file";

    /// <summary>Zoom doesn't let its cloud be looked through.</summary>
    public const string CloudUnread = "cloud-unread";

    /// <summary>The same recording lies in two places (<c>storage.one-place</c>).</summary>
    public const string SecondCopy = "second-copy";

    /// <summary>A file that is in transit on the recorder's computer (<c>storage.approved</c>).</summary>
    public const string MoveFile = "move-file";

    /// <summary>A copy that only a person can remove, where it was moved to.</summary>
    public const string RemoveMoved = "remove-moved";

    /// <summary>Whether named colleagues still need to open a recording (<c>storage.access-granted</c>).</summary>
    public const string AccessReview = "access-review";

    /// <summary>The responsible teacher is to be told that a student records (<c>recorder.student</c>).</summary>
    public const string StudentRecords = "student-records";

    /// <summary>The file doesn't fit into its course: more room, or no publication.</summary>
    public const string NoRoom = "no-room";

    /// <summary>Under a recording's id Canvas has another file than ours: it is left alone, and somebody looks.</summary>
    public const string CanvasUnclear = "canvas-unclear";

    /// <summary>Canvas refuses to replace a file's content, as the installation wants it.</summary>
    public const string NoReplaceRight = "no-replace-right";

    /// <summary>The audit log is not as it was written.</summary>
    public const string AuditBroken = "audit-broken";

    /// <summary>The access log is to be looked over (<c>log.followed-up</c>).</summary>
    public const string LogReview = "log-review";

    /// <summary>Canvas gave no usable answer about a course.</summary>
    public const string CourseUndecidable = "course-undecidable";

    /// <summary>Removal is paused: a guard has tripped (<see cref="Deletion.Guards.GuardKind"/>).</summary>
    public const string GuardTripped = "guard-tripped";

    /// <summary>One person wants removal to go on; a second one has to agree.</summary>
    public const string GuardRelease = "guard-release";

    /// <summary>Canvas's list of a term's courses broke off, or is none: nothing follows from it.</summary>
    public const string CourseListUnread = "course-list-unread";

    /// <summary>The bot's token lacks something in Canvas that the installation needs.</summary>
    public const string CanvasAccess = "canvas-access";

    /// <summary>What a host may record is not as it should be in Zoom, and the bot can't set it so: it is locked, or Zoom refuses.</summary>
    public const string SettingLocked = "setting-locked";

    /// <summary>In Zoom a host may record since somebody changed that; the gate only observes.</summary>
    public const string SettingChanged = "setting-changed";

    /// <summary>A group or host that the installation governs isn't there in Zoom.</summary>
    public const string GovernedUnknown = "governed-unknown";

    /// <summary>In one meeting a cloud recording was started without approval again and again, or can't be stopped.</summary>
    public const string CloudRecording = "cloud-recording";

    /// <summary>Canvas's list of a term's courses is empty or much shorter than before: nothing follows from it until a person knows why.</summary>
    public const string CourseListShrunk = "course-list-shrunk";
}
