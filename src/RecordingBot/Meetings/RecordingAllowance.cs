using RecordingBot.LegalBases;
using ZoomConnector.Settings;

namespace RecordingBot.Meetings;

/// <summary>What a host may record at a moment, by the approvals whose windows are open.</summary>
/// <param name="Local">To the computer.</param>
/// <param name="Cloud">To Zoom's cloud.</param>
public sealed record RecordingAllowance(bool Local, bool Cloud)
{
    /// <summary>Nothing.</summary>
    public static readonly RecordingAllowance None = new(false, false);

    /// <summary>What one approval allows: the place that it names, and no other.</summary>
    public static RecordingAllowance By(StoredDecision? decision) =>
        decision is { AllowsCloud: true } ? new(false, true) : new(true, false);

    /// <summary>What has to be changed for the settings to be so; what is null stays. Nothing may start by itself.</summary>
    /// <param name="found">The settings as they are; what Zoom doesn't tell isn't compared.</param>
    /// <param name="opens">What is closed and should be open counts too.</param>
    public RecordingSettings Wanted(RecordingSettings found, bool opens) =>
        new()
        {
            LocalRecording = Wanted(found.LocalRecording, Local, opens),
            CloudRecording = Wanted(found.CloudRecording, Cloud, opens),
            AutoRecording = found.AutoRecording is null or "none" ? null : "none",
        };

    /// <summary>The settings that are to be changed, in Zoom's names.</summary>
    public static IReadOnlyList<string> NamesOf(RecordingSettings wanted) =>
        [
            .. new[]
            {
                wanted.LocalRecording is null ? null : "local_recording",
                wanted.CloudRecording is null ? null : "cloud_recording",
                wanted.AutoRecording is null ? null : "auto_recording",
            }.OfType<string>(),
        ];

    private static bool? Wanted(bool? found, bool allowed, bool opens) =>
        found is null || found == allowed || (allowed && !opens) ? null : allowed;
}
