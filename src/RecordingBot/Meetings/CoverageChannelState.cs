namespace RecordingBot.Meetings;

/// <summary>Whether a way by which people are told is used.</summary>
public static class CoverageChannelState
{
    public const string On = "on";
    public const string Off = "off";
    public const string Unknown = "unknown";

    /// <summary>Of Zoom's disclaimer.</summary>
    public static string Of(DisclaimerSetting? setting) =>
        setting is null ? Unknown
        : setting.Value.HasFlag(DisclaimerSetting.Shown) ? On
        : Off;

    /// <summary>Whom the disclaimer asks to agree.</summary>
    public static IEnumerable<string> Asks(DisclaimerSetting? setting)
    {
        if (setting is not { } shown || !shown.HasFlag(DisclaimerSetting.Shown))
            yield break;
        if (shown.HasFlag(DisclaimerSetting.AsksParticipants))
            yield return "participants";
        if (shown.HasFlag(DisclaimerSetting.AsksHost))
            yield return "host";
    }
}
