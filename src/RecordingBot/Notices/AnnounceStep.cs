using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Notices;

/// <summary>Says in the course that the lecture is going to be recorded, where the teacher wants that, and takes it back when it no longer holds.</summary>
public sealed class AnnounceStep(CourseAnnouncement announcement) : IStep
{
    public Step Step => Step.Announce;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        if (due.Reason is DueReason.AnnouncementOver)
            await announcement.TakeAsync(@case, ct);
        else
            await announcement.PostAsync(@case, ct);
        return StepResult.Done;
    }
}
