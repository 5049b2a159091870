using System.Globalization;
using System.Runtime.CompilerServices;
using ZoomConnector.Errors;
using ZoomConnector.Http;
using ZoomConnector.Meetings;

namespace ZoomConnector.CloudRecordings;

/// <summary>
/// Finds and removes recordings in Zoom's cloud (facts/zoom.md 3.5). An instance is always named by its uuid: by its number Zoom means the latest one,
/// which may be another.
/// </summary>
public sealed class ZoomCloudRecordings
{
    /// <summary>Zoom's code for "there is no recording of this meeting"; no other "not found" says that.</summary>
    private const int NoRecording = 3301;

    private readonly ZoomSender sender;

    internal ZoomCloudRecordings(ZoomSender sender) => this.sender = sender;

    /// <summary>
    /// A host's recordings of meetings held on these days, page after page and month after month: <c>GET /users/{userId}/recordings</c>, scope
    /// <c>cloud_recording:read:list_user_recordings:admin</c>. What is in the trash is not among them.
    /// </summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached: nothing is known of the days that are left.</exception>
    public IAsyncEnumerable<CloudRecording> ListForUserAsync(string userId, DateOnly from, DateOnly to, CancellationToken ct = default) =>
        ListAsync(userId, from, to, "", ct);

    /// <summary>
    /// As <see cref="ListForUserAsync"/>, of what is in the trash: whole recordings and single files. Zoom keeps them there for 30 days.
    /// </summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached: nothing is known of what is left.</exception>
    public async IAsyncEnumerable<CloudRecording> ListTrashAsync(
        string userId,
        DateOnly from,
        DateOnly to,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        foreach (var kind in (string[])["meeting_recordings", "recording_file"])
        await foreach (var recording in ListAsync(userId, from, to, $"&trash=true&trash_type={kind}", ct))
            yield return recording;
    }

    /// <summary>
    /// What an instance left in the cloud, or null: Zoom says that there is nothing, or nothing outside the trash. <c>GET
    /// /meetings/{uuid}/recordings</c>, scope <c>cloud_recording:read:list_recording_files:admin</c>.
    /// </summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached, or doesn't know the meeting: then nothing is known of its recording.</exception>
    public async Task<CloudRecording?> FindAsync(MeetingUuid uuid, CancellationToken ct = default)
    {
        var call = ZoomCall.Get(sender.Api, ZoomPath.Of($"/meetings/{uuid}/recordings"));
        try
        {
            return (await sender.AskAsync<CloudRecordingAnswer>(call, answer => answer.Uuid == uuid, ct)).ToRecording();
        }
        catch (ZoomException fault) when (fault is { Kind: ZoomErrorKind.NotFound, Code: NoRecording })
        {
            return null;
        }
    }

    /// <summary>
    /// Puts an instance's recording into the trash: <c>DELETE /meetings/{uuid}/recordings</c>, scope
    /// <c>cloud_recording:delete:meeting_recording:admin</c>.
    /// </summary>
    /// <returns>False where there is none outside the trash.</returns>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<bool> TrashAsync(MeetingUuid uuid, CancellationToken ct = default) =>
        DeleteAsync(ZoomPath.Of($"/meetings/{uuid}/recordings"), "?action=trash", ct);

    /// <summary>
    /// Deletes an instance's recording for good, out of the trash too. Whether one call does, or the first only trashes it, is not known: look into the
    /// trash, and call again. Same call and scope as <see cref="TrashAsync"/>.
    /// </summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<bool> DeleteAsync(MeetingUuid uuid, CancellationToken ct = default) =>
        DeleteAsync(ZoomPath.Of($"/meetings/{uuid}/recordings"), "?action=delete", ct);

    /// <summary>
    /// Deletes an instance's transcript, which outlives its recording: <c>DELETE /meetings/{uuid}/transcript</c>, scope
    /// <c>cloud_recording:delete:meeting_transcript:admin</c>.
    /// </summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<bool> DeleteTranscriptAsync(MeetingUuid uuid, CancellationToken ct = default) =>
        DeleteAsync(ZoomPath.Of($"/meetings/{uuid}/transcript"), "", ct);

    /// <summary>
    /// Deletes what Zoom's assistant wrote of an instance, which is kept apart from its recording: <c>DELETE /meetings/{uuid}/meeting_summary</c>, scope
    /// <c>meeting:delete:summary:admin</c>.
    /// </summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<bool> DeleteSummaryAsync(MeetingUuid uuid, CancellationToken ct = default) =>
        DeleteAsync(ZoomPath.Of($"/meetings/{uuid}/meeting_summary"), "", ct);

    private async Task<bool> DeleteAsync(ZoomPath path, string query, CancellationToken ct)
    {
        try
        {
            await sender.SendAsync(ZoomCall.Delete(sender.Api, path, query), ct);
            return true;
        }
        catch (ZoomException fault) when (fault.Kind is ZoomErrorKind.NotFound)
        {
            // Whether it is gone is for whoever reads it back to say.
            return false;
        }
    }

    private async IAsyncEnumerable<CloudRecording> ListAsync(
        string userId,
        DateOnly from,
        DateOnly to,
        string more,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        // Zoom gives at most a month at once; 28 days are no more than one, whichever it is.
        for (var first = from; first <= to; first = first.AddDays(28))
        {
            var last = first.AddDays(27) < to ? first.AddDays(27) : to;
            var days = string.Create(CultureInfo.InvariantCulture, $"?from={first:yyyy-MM-dd}&to={last:yyyy-MM-dd}&page_size=300{more}");
            await foreach (
                var recording in sender.ListAsync<CloudRecordingPage, CloudRecording>(
                    token =>
                        ZoomCall.Get(
                            sender.Api,
                            ZoomPath.Of($"/users/{userId}/recordings"),
                            $"{days}&next_page_token={Uri.EscapeDataString(token)}"
                        ),
                    ct
                )
            )
                yield return recording;
        }
    }
}
