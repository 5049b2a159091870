using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Deletion;

/// <summary>The owner's word that a recording shall go now. The caller has confirmed; the step that is due deletes.</summary>
public sealed class DeletionActs(ActDesk desk, Registrar registrar, TimeProvider clock)
{
    /// <summary>Asks for the deletion of one's own recording. Others' recordings need a second person, and are refused until that exists.</summary>
    public Task<ActResult> DeleteAsync(Guid recordingId, Caller by, CancellationToken ct) =>
        desk.RunAsync(
            recordingId,
            by,
            recording =>
            {
                if (by.PersonId is null || recording.RecorderId != by.PersonId)
                    return Task.FromResult<ActResult>(new ActResult.Forbidden(ActTexts.OnlyOwnDeleted));
                if (recording.State is RecordingState.Deleted || recording.DeletionAskedAt is not null)
                    return Task.FromResult<ActResult>(new ActResult.Done());
                if (recording.HeldBy is not null)
                    return Task.FromResult<ActResult>(new ActResult.Refused(ActTexts.Held));
                if (recording.State is RecordingState.Expected)
                    return Task.FromResult<ActResult>(new ActResult.Refused(ActTexts.NoFileYet));
                recording.TakeIn(clock.GetUtcNow());
                (recording.DeletionAskedAt, recording.DeletionAskedBy) = (clock.GetUtcNow(), by.PersonId);
                registrar.Audit(by.Actor, "deletion.asked", Subject.Recording(recording.Id), recording.State.ToString(), "owner-asked");
                return Task.FromResult<ActResult>(new ActResult.Done());
            },
            ct
        );
}
