using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Notices;

/// <summary>Publishes the notice of an approved decision, with the SHA-256 of the exact text (<c>notice.before-start</c>, I6), and a new version where what it says changes; and says in the course that there is one, where the teacher wants that.</summary>
public sealed class PublishNoticeStep(NoticeVersions versions, CourseAnnouncement announcement) : IStep
{
    public Step Step => Step.PublishNotice;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        if (due.Reason is DueReason.AnnouncementWanted)
            await announcement.PostAsync(@case, ct);
        else if (due.Reason is DueReason.AnnouncementOver)
            await announcement.TakeAsync(@case, ct);
        else
            await versions.PublishAsync(@case, ct);
        return StepResult.Done;
    }
}
