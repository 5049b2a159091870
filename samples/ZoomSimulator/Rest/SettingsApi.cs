using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ZoomSimulator.State;

namespace ZoomSimulator.Rest;

/// <summary>What a user may record (facts/zoom.md 3.4). A part that is not named stays as it is.</summary>
internal static class SettingsApi
{
    private static readonly ImmutableArray<string> Automatic = ["local", "cloud", "none"];

    public static IResult Get(string user, ZoomTruth truth) =>
        truth.Read(state =>
            state.User(user) is { } found
                ? ZoomResult.Ok(
                    new JsonObject
                    {
                        ["recording"] = new JsonObject
                        {
                            ["local_recording"] = found.LocalRecording,
                            ["cloud_recording"] = found.CloudRecording,
                            ["auto_recording"] = found.AutoRecording,
                            ["recording_disclaimer"] = found.RecordingDisclaimer,
                            ["ask_participants_to_consent_disclaimer"] = found.AskParticipants,
                            ["ask_host_to_confirm_disclaimer"] = found.AskHost,
                        },
                    }
                )
                : ZoomResult.NoUser(user)
        );

    public static async Task<IResult> PatchAsync(string user, HttpRequest request, ZoomTruth truth)
    {
        var body = await RequestJson.ReadAsync(request);
        var recording = body?["recording"] as JsonObject;
        if (body is null || (body.ContainsKey("recording") && !IsRight(recording)))
            return ZoomResult.Invalid("Validation Failed.");

        return truth.Change(state =>
        {
            if (state.User(user) is not { } found)
                return ZoomResult.NoUser(user);
            found.LocalRecording = recording?.Flag("local_recording") ?? found.LocalRecording;
            found.CloudRecording = recording?.Flag("cloud_recording") ?? found.CloudRecording;
            found.AutoRecording = recording?.Text("auto_recording") ?? found.AutoRecording;
            found.RecordingDisclaimer = recording?.Flag("recording_disclaimer") ?? found.RecordingDisclaimer;
            found.AskParticipants = recording?.Flag("ask_participants_to_consent_disclaimer") ?? found.AskParticipants;
            found.AskHost = recording?.Flag("ask_host_to_confirm_disclaimer") ?? found.AskHost;
            return Results.NoContent();
        });
    }

    private static bool IsRight(JsonObject? recording) =>
        recording is not null
        && IsFlagOrAbsent(recording, "local_recording")
        && IsFlagOrAbsent(recording, "cloud_recording")
        && IsFlagOrAbsent(recording, "recording_disclaimer")
        && IsFlagOrAbsent(recording, "ask_participants_to_consent_disclaimer")
        && IsFlagOrAbsent(recording, "ask_host_to_confirm_disclaimer")
        && (!recording.ContainsKey("auto_recording") || Automatic.Contains(recording.Text("auto_recording") ?? "", StringComparer.Ordinal));

    private static bool IsFlagOrAbsent(JsonObject recording, string name) =>
        !recording.ContainsKey(name) || recording.Flag(name) is not null;
}
