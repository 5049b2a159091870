using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>
/// A meeting that could be recorded is over and a day later no file has come: its recorder is asked, once a week, until they say that nothing was
/// recorded or a file comes.
/// </summary>
public sealed class MissingFiles(
    RegistryContext registry,
    Registrar registrar,
    Messenger messenger,
    IOptions<SiteOptions> site,
    TimeProvider clock
)
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(7);

    /// <summary>Asks where that is due.</summary>
    /// <param name="case">The recording.</param>
    /// <param name="due">What it waits for.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task AskAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (
            due.Reason is not DueReason.WaitsForFile
            || @case.Meeting is not { EndedAt: { } ended } meeting
            || ended + RecordingMark.Conversion > now
            || meeting.RightFirstGivenAt is null
        )
            return;
        var subject = @case.Subject;
        var last = await registry
            .Tasks.AsNoTracking()
            .Where(task => task.Kind == TaskKind.MissingFile && task.Subject == subject)
            .OrderByDescending(task => task.Since)
            .FirstOrDefaultAsync(ct);
        if (last is { ClosedAt: null } || last?.ClosedAt + Again > now)
            return;
        var recording = @case.Recording;
        await registrar.OpenTaskAsync(
            TaskKind.MissingFile,
            subject,
            Role.Operator,
            recording.RecorderId,
            MissingFileAnswer.All,
            ct,
            recording.Topic
        );
        // The same for the same asking, so that a repetition after a crash is not a second message.
        if (recording.RecorderId is { } person)
            await messenger.TellAsync(
                person,
                ChatText.Of("MissingFile", recording.Topic, new Uri(site.Value.PublicUrl, "/tasks")),
                ct,
                $"missing-file {recording.Id} {last?.Id}"
            );
    }
}
