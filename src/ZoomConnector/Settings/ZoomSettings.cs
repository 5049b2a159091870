using ZoomConnector.Errors;
using ZoomConnector.Http;

namespace ZoomConnector.Settings;

/// <summary>Reads and changes what may be recorded: a user's settings, and what a group or the account says and locks (facts/zoom.md 3.4).</summary>
public sealed class ZoomSettings
{
    private readonly ZoomSender sender;

    internal ZoomSettings(ZoomSender sender) => this.sender = sender;

    /// <summary>What a user may record now: <c>GET /users/{userId}/settings</c>, scope <c>user:read:settings:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<RecordingSettings> GetRecordingAsync(string userId, CancellationToken ct = default) =>
        ReadAsync(ZoomPath.Of($"/users/{Given(userId)}/settings"), ct);

    /// <summary>What a group's members may record, unless they have it otherwise: <c>GET /groups/{groupId}/settings</c>, scope <c>group:read:settings:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<RecordingSettings> GetGroupRecordingAsync(string groupId, CancellationToken ct = default) =>
        ReadAsync(ZoomPath.Of($"/groups/{Given(groupId)}/settings"), ct);

    /// <summary>Which of them members can't change: <c>GET /groups/{groupId}/lock_settings</c>, scope <c>group:read:lock_settings:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<RecordingLocks> GetGroupLocksAsync(string groupId, CancellationToken ct = default) =>
        LocksAsync(ZoomPath.Of($"/groups/{Given(groupId)}/lock_settings"), ct);

    /// <summary>What everybody in our own account may record, unless they have it otherwise: <c>GET /accounts/me/settings</c>, scope <c>account:read:settings:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<RecordingSettings> GetAccountRecordingAsync(CancellationToken ct = default) =>
        ReadAsync(ZoomPath.Of($"/accounts/me/settings"), ct);

    /// <summary>Which of them nobody can change: <c>GET /accounts/me/lock_settings</c>, scope <c>account:read:settings:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<RecordingLocks> GetAccountLocksAsync(CancellationToken ct = default) =>
        LocksAsync(ZoomPath.Of($"/accounts/me/lock_settings"), ct);

    /// <summary>Gives or takes the right to record to the computer; otherwise as <see cref="SetRecordingAsync"/>.</summary>
    /// <returns>The settings as they are afterwards.</returns>
    /// <exception cref="ZoomException">As <see cref="SetRecordingAsync"/>.</exception>
    public Task<RecordingSettings> SetLocalRecordingAsync(string userId, bool allowed, CancellationToken ct = default) =>
        SetRecordingAsync(userId, new RecordingSettings { LocalRecording = allowed }, ct);

    /// <summary>
    /// Changes what a user may record, and reads it back, since Zoom's answer is empty: <c>PATCH /users/{userId}/settings</c>, scope
    /// <c>user:update:settings:admin</c>. Twice is as good as once. Whether a running meeting notices is not known.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="wanted">What to change; what is null stays as it is.</param>
    /// <param name="ct">Stops the call.</param>
    /// <returns>The settings as they are afterwards.</returns>
    /// <exception cref="ZoomException">
    /// <see cref="ZoomErrorKind.Conflict"/> when a setting is not as asked afterwards, as when it is locked for the group or the account;
    /// else Zoom refuses or can't be reached.
    /// </exception>
    public async Task<RecordingSettings> SetRecordingAsync(string userId, RecordingSettings wanted, CancellationToken ct = default)
    {
        var call = ZoomCall.Patch(
            sender.Api,
            ZoomPath.Of($"/users/{Given(userId)}/settings"),
            new SettingsAnswer<RecordingSettings> { Recording = wanted }
        );
        await sender.SendAsync(call, ct);
        var settings = await GetRecordingAsync(userId, ct);
        return settings.Has(wanted)
            ? settings
            : throw new ZoomException(ZoomErrorKind.Conflict, call.Method, call.Path, "the setting did not take; it may be locked.");
    }

    private async Task<RecordingSettings> ReadAsync(ZoomPath path, CancellationToken ct) =>
        (await sender.AskAsync<SettingsAnswer<RecordingSettings>>(ZoomCall.Get(sender.Api, path), _ => true, ct)).Recording;

    private async Task<RecordingLocks> LocksAsync(ZoomPath path, CancellationToken ct) =>
        (await sender.AskAsync<SettingsAnswer<RecordingLocks>>(ZoomCall.Get(sender.Api, path), _ => true, ct)).Recording;

    private static string Given(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return id;
    }
}
