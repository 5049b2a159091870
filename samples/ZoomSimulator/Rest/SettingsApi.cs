using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ZoomSimulator.State;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator.Rest;

/// <summary>
/// What a user may record, and what groups and the account say of it and lock (facts/zoom.md 3.4). A part that is not named stays as it is; so does one
/// that is locked, without a word, which is the harder of the two things that Zoom may do.
/// </summary>
internal static class SettingsApi
{
    private static readonly ImmutableArray<string> Automatic = ["local", "cloud", "none"];

    public static IResult Get(string user, ZoomTruth truth) =>
        truth.Read(state => state.User(user) is { } found ? ZoomResult.Ok(Recording(OfUser(state, found))) : ZoomResult.NoUser(user));

    public static IResult GetGroup(string group, ZoomTruth truth) => OfGroup(group, truth, Shared);

    public static IResult GetGroupLocks(string group, ZoomTruth truth) => OfGroup(group, truth, Locks);

    public static IResult GetAccount(string account, ZoomTruth truth, ZoomServerOptions options) =>
        OfAccount(account, truth, options, Shared);

    public static IResult GetAccountLocks(string account, ZoomTruth truth, ZoomServerOptions options) =>
        OfAccount(account, truth, options, Locks);

    public static async Task<IResult> PatchAsync(string user, HttpRequest request, ZoomTruth truth, EventBodies events, WebhookPump pump)
    {
        var body = await RequestJson.ReadAsync(request);
        var recording = body?["recording"] as JsonObject;
        if (body is null || (body.ContainsKey("recording") && !IsRight(recording)))
            return ZoomResult.Invalid("Validation Failed.");

        return truth.Change(state =>
        {
            if (state.User(user) is not { } found)
                return ZoomResult.NoUser(user);
            found.RecordingDisclaimer = recording?.Flag("recording_disclaimer") ?? found.RecordingDisclaimer;
            found.AskParticipants = recording?.Flag("ask_participants_to_consent_disclaimer") ?? found.AskParticipants;
            found.AskHost = recording?.Flag("ask_host_to_confirm_disclaimer") ?? found.AskHost;
            bool Free(string setting) => state.LockOf(found, setting) is null;
            if (recording?.Flag(SharedSettings.Local) is { } local && Free(SharedSettings.Local))
                found.LocalRecording = local;
            if (recording?.Flag(SharedSettings.Cloud) is { } cloud && Free(SharedSettings.Cloud))
                found.CloudRecording = cloud;
            if (recording?.Text(SharedSettings.Auto) is { } auto && Free(SharedSettings.Auto))
                found.AutoRecording = auto;
            if (state.TellsApiChanges)
                pump.Queue(state, [events.UserSettings(found.Id, Settings(state.RightsOf(found)))]);
            return Results.NoContent();
        });
    }

    /// <summary>The three settings as Zoom writes them.</summary>
    internal static JsonObject Settings(RecordingRights rights) =>
        new()
        {
            [SharedSettings.Local] = rights.Local,
            [SharedSettings.Cloud] = rights.Cloud,
            [SharedSettings.Auto] = rights.Auto,
        };

    /// <summary>What a group or the account says.</summary>
    internal static JsonObject Shared(SharedSettings shared) =>
        Settings(new(shared.LocalRecording, shared.CloudRecording, shared.AutoRecording));

    /// <summary>What it locks.</summary>
    internal static JsonObject Locks(SharedSettings shared) =>
        new()
        {
            [SharedSettings.Local] = shared.Locks.Contains(SharedSettings.Local),
            [SharedSettings.Cloud] = shared.Locks.Contains(SharedSettings.Cloud),
            [SharedSettings.Auto] = shared.Locks.Contains(SharedSettings.Auto),
        };

    private static JsonObject OfUser(ZoomState state, ZoomUserState user)
    {
        var settings = Settings(state.RightsOf(user));
        settings["recording_disclaimer"] = user.RecordingDisclaimer;
        settings["ask_participants_to_consent_disclaimer"] = user.AskParticipants;
        settings["ask_host_to_confirm_disclaimer"] = user.AskHost;
        return settings;
    }

    private static IResult OfGroup(string id, ZoomTruth truth, Func<SharedSettings, JsonObject> tell) =>
        truth.Read(state =>
            state.Groups.Find(group => group.Id == id) is { } found ? ZoomResult.Ok(Recording(tell(found))) : GroupsApi.None(id)
        );

    private static IResult OfAccount(string id, ZoomTruth truth, ZoomServerOptions options, Func<SharedSettings, JsonObject> tell) =>
        id == "me" || id == options.AccountId
            ? truth.Read(state => ZoomResult.Ok(Recording(tell(state.Account))))
            : ZoomResult.Error(404, 2001, $"Account does not exist: {id}.");

    private static JsonObject Recording(JsonObject settings) => new() { ["recording"] = settings };

    private static bool IsRight(JsonObject? recording) =>
        recording is not null
        && IsFlagOrAbsent(recording, SharedSettings.Local)
        && IsFlagOrAbsent(recording, SharedSettings.Cloud)
        && IsFlagOrAbsent(recording, "recording_disclaimer")
        && IsFlagOrAbsent(recording, "ask_participants_to_consent_disclaimer")
        && IsFlagOrAbsent(recording, "ask_host_to_confirm_disclaimer")
        && (!recording.ContainsKey(SharedSettings.Auto) || IsAutomatic(recording.Text(SharedSettings.Auto)));

    internal static bool IsAutomatic(string? word) => Automatic.Contains(word ?? "", StringComparer.Ordinal);

    private static bool IsFlagOrAbsent(JsonObject recording, string name) =>
        !recording.ContainsKey(name) || recording.Flag(name) is not null;
}
