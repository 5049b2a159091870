namespace RecordingBot.Registry;

/// <summary>What should not have happened.</summary>
public static class IncidentKind
{
    /// <summary>The notice couldn't be posted in the meeting's chat for a minute.</summary>
    public const string NoticeNotPosted = "notice-not-posted";

    /// <summary>A file was found that belongs to no decision.</summary>
    public const string WithoutDecision = "recorded-without-decision";

    /// <summary>Something was recorded in Zoom's cloud without an approval for that place.</summary>
    public const string CloudRecording = "cloud-recording";

    /// <summary>A file was still on the recorder's computer when its time there was up.</summary>
    public const string NotMoved = "file-not-moved";

    /// <summary>In Zoom somebody changed what a host may record.</summary>
    public const string SettingChanged = "setting-changed";
}
