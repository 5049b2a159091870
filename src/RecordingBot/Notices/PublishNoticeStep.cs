using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Notices;

/// <summary>Publishes the notice of an approved decision, with the SHA-256 of the exact text (<c>notice.before-start</c>, I6), and a new version where what it says changes.</summary>
public sealed class PublishNoticeStep(NoticeVersions versions) : IStep
{
    public Step Step => Step.PublishNotice;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        await versions.PublishAsync(@case, ct);
        return StepResult.Done;
    }
}
