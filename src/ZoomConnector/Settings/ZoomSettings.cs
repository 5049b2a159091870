using ZoomConnector.Errors;
using ZoomConnector.Http;

namespace ZoomConnector.Settings;

/// <summary>Reads and changes what a user may record (facts/zoom.md 3.4).</summary>
public sealed class ZoomSettings
{
    private readonly ZoomSender sender;

    internal ZoomSettings(ZoomSender sender) => this.sender = sender;

    /// <summary>What a user may record now: <c>GET /users/{userId}/settings</c>, scope <c>user:read:settings:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public async Task<RecordingSettings> GetRecordingAsync(string userId, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        var call = ZoomCall.Get(sender.Api, ZoomPath.Of($"/users/{userId}/settings"));
        return (await sender.AskAsync<SettingsAnswer>(call, _ => true, ct)).Recording;
    }

    /// <summary>
    /// Gives or takes the right to record to the computer, and reads it back, since Zoom's answer is empty: <c>PATCH
    /// /users/{userId}/settings</c>, scope <c>user:update:settings:admin</c>. Twice is as good as once. Whether a running meeting notices is
    /// not known.
    /// </summary>
    /// <returns>The settings as they are afterwards.</returns>
    /// <exception cref="ZoomException">
    /// <see cref="ZoomErrorKind.Conflict"/> when the setting is not as asked afterwards, as when it is locked for the group or the account;
    /// else Zoom refuses or can't be reached.
    /// </exception>
    public async Task<RecordingSettings> SetLocalRecordingAsync(string userId, bool allowed, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        var call = ZoomCall.Patch(
            sender.Api,
            ZoomPath.Of($"/users/{userId}/settings"),
            new SettingsAnswer { Recording = new RecordingSettings { LocalRecording = allowed } }
        );
        await sender.SendAsync(call, ct);
        var settings = await GetRecordingAsync(userId, ct);
        return settings.LocalRecording == allowed
            ? settings
            : throw new ZoomException(ZoomErrorKind.Conflict, call.Method, call.Path, "the setting did not take; it may be locked.");
    }
}
