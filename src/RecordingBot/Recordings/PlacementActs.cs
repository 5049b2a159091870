using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>
/// A person says which meeting a recording is of, where its folder fitted several or none for certain (facts/zoom.md 5.1). As with one that was found for
/// certain, the meeting's host answers for it then, and it rests on the meeting's decision; where there is none, the host is asked.
/// </summary>
public sealed class PlacementActs(
    ActDesk desk,
    RegistryContext registry,
    Registrar registrar,
    FoundRecordings found,
    MeetingMatch match,
    IncidentBook incidents,
    Transit transit,
    Messenger messenger
)
{
    /// <summary>The meetings that the caller may place it with; empty where nothing has to be chosen, or not by them.</summary>
    public async Task<IReadOnlyList<CandidateView>> OfferedAsync(RecordingRow recording, Caller by, CancellationToken ct) =>
        MayPlace(recording, by) ? [.. (await match.CandidatesAsync(recording, ct)).Select(CandidateView.Of)] : [];

    /// <summary>Places the recording with a meeting; placed there already, nothing changes.</summary>
    /// <param name="recordingId">Which recording.</param>
    /// <param name="meetingId">One of its candidates.</param>
    /// <param name="by">Its recorder; where none is known, anybody who may see it.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<ActResult> PlaceAsync(Guid recordingId, Guid meetingId, Caller by, CancellationToken ct)
    {
        var result = await desk.RunAsync(recordingId, by, recording => PlaceAsync(recording, meetingId, by, ct), ct);
        if (result is ActResult.Done)
            await transit.TellAsync(await registry.Recordings.AsNoTracking().FirstAsync(row => row.Id == recordingId, ct), "opened", ct);
        return result;
    }

    private static bool MayPlace(RecordingRow recording, Caller by) => recording.RecorderId is not { } recorder || recorder == by.PersonId;

    private async Task<ActResult> PlaceAsync(RecordingRow recording, Guid meetingId, Caller by, CancellationToken ct)
    {
        if (recording.MeetingId == meetingId)
            return new ActResult.Done();
        if (!MayPlace(recording, by))
            return new ActResult.Forbidden(ActTexts.Named("Act_OnlyRecorderPlaces"));
        var candidates = await match.CandidatesAsync(recording, ct);
        if (candidates.FirstOrDefault(row => row.Id == meetingId) is not { } meeting)
            return new ActResult.Invalid("meetingId", ActTexts.Named("Act_NotItsMeeting"));
        var decision = await found.DecisionOfAsync(meeting, inCloud: false, ct);
        var subject = Subject.Recording(recording.Id);
        registrar.Audit(by.Actor, "recording.placed", subject, recording.MeetingId?.ToString(), meeting.Id.ToString());
        found.Place(recording, meeting, decision);
        await TellHostAsync(recording, by, ct);
        if (decision is null)
        {
            await found.AskAsync(recording, ct);
            return new ActResult.Done();
        }
        await registrar.CloseTaskAsync(TaskKind.Unexplained, subject, "placed", by.Actor, ct);
        await incidents.CloseAllAsync(row => row.RecordingId == recording.Id, "justified", await PersonAsync(by, ct), ct);
        await ArrivedAsync(meeting, by, ct);
        await registry.Entry(recording).Collection(row => row.Parts).Query().Include(part => part.Copies).LoadAsync(ct);
        await transit.BeginAsync(recording, decision, ct);
        return new ActResult.Done();
    }

    private async Task TellHostAsync(RecordingRow recording, Caller by, CancellationToken ct)
    {
        if (recording.RecorderId is not { } host || host == by.PersonId)
            return;
        var text = recording.Unexplained
            ? new ChatText("RecordingPlacedUndecided", [recording.Topic], [new("Justify", "justify"), new("Delete", "delete")])
            {
                Asks = new(null),
            }
            : ChatText.Of("RecordingPlaced", recording.Topic);
        await messenger.TellAsync(host, text, ct, $"placed {recording.Id} {recording.MeetingId}");
    }

    /// <summary>What was expected of the meeting is this recording: nobody waits for another file.</summary>
    private async Task ArrivedAsync(MeetingRow meeting, Caller by, CancellationToken ct)
    {
        var expected = await registry
            .Recordings.Where(row => row.MeetingId == meeting.Id && row.State == RecordingState.Expected && row.Folder == null)
            .ToListAsync(ct);
        foreach (var row in expected)
        {
            await registrar.CloseTaskAsync(TaskKind.MissingFile, Subject.Recording(row.Id), "placed", by.Actor, ct);
            registry.Recordings.Remove(row);
        }
    }

    private async Task<PersonRow?> PersonAsync(Caller by, CancellationToken ct) => await registry.People.FindAsync([by.PersonId], ct);
}
