using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Decisions;
using RecordingPolicy.Expiry;
using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>Composes the notice of an approved decision and publishes its page, with the SHA-256 of the exact text (<c>notice.before-start</c>, I6).</summary>
public sealed class PublishNoticeStep(
    RegistryContext registry,
    Registrar registrar,
    ActivePack active,
    PackLibrary packs,
    NoticeLinks links,
    TimeProvider clock
) : IStep
{
    public Step Step => Step.PublishNotice;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var (meeting, decision) = (@case.Meeting!, @case.Decision!);
        var pack = packs.Packs.GetValueOrDefault(decision.Pack) ?? active.Pack;
        using var stored = JsonDocument.Parse(decision.Request);
        var request =
            RequestReader.Read(stored.RootElement, packs.Packs).Request
            ?? throw new InvalidOperationException("A stored request can't be read by its pack any more.");
        var host = meeting.HostPersonId is { } person ? await registry.People.FindAsync([person], ct) : null;
        var notice = PrivacyNotice.Compose(
            new NoticeFacts(request, Decider.Decide(request, pack), @case.Course?.Name, host?.DisplayName, @case.Ending.At),
            pack
        );

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var published = await registry.Notices.Where(row => row.MeetingId == meeting.Id && row.RevokedAt == null).ToListAsync(ct);
        var version = await registry.Notices.CountAsync(row => row.MeetingId == meeting.Id, ct) + 1;
        foreach (var earlier in published)
            earlier.RevokedAt = now;
        registry.Notices.Add(
            new()
            {
                Id = id,
                MeetingId = meeting.Id,
                DecisionId = decision.Id,
                Version = version,
                TokenHash = links.HashFor(id),
                Content = StoredNotice.Write(notice),
                Text = notice.Canonical(),
                Message = notice.ChatMessage(null, links.Unfilled),
                Sha256 = notice.Sha256(),
                PublishedAt = now,
            }
        );
        registrar.Audit("bot", "notice.published", Subject.Meeting(meeting.Id), after: $"notice:{id}");
        return StepResult.Done;
    }
}
