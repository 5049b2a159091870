using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Decisions;
using RecordingPolicy.Expiry;
using RecordingPolicy.Notices;
using RecordingPolicy.Packs;

namespace RecordingBot.Notices;

/// <summary>
/// The versions of a meeting's notice. A new one is made where what it says is new: a decision that comes to the same text, or a course whose move
/// changes no date in it, leaves the one that stands, and with it everybody's consent.
/// </summary>
public sealed class NoticeVersions(
    RegistryContext registry,
    Registrar registrar,
    ActivePack active,
    PackLibrary packs,
    NoticeLinks links,
    TimeProvider clock
)
{
    /// <summary>Publishes what is to be said now.</summary>
    public async Task PublishAsync(RecordingCase @case, CancellationToken ct)
    {
        var (meeting, decision, standing) = (@case.Meeting!, @case.Decision!, @case.Notice);
        var pack = packs.Packs.GetValueOrDefault(decision.Pack) ?? active.Pack;
        if (await FactsAsync(meeting, decision, @case, pack, ct) is not { } facts)
        {
            Keep(standing ?? throw new InvalidOperationException("A stored request can't be read by its pack any more."), @case);
            return;
        }
        var (notice, scope) = (PrivacyNotice.Compose(facts, pack), PrivacyNotice.ScopeOf(facts, pack));
        if (standing?.Sha256 != notice.Sha256())
        {
            await AddAsync(meeting, decision, notice, scope, @case, ct);
            return;
        }
        standing.Scope = scope;
        Keep(standing, @case);
    }

    private async Task<NoticeFacts?> FactsAsync(
        MeetingRow meeting,
        DecisionRow decision,
        RecordingCase @case,
        PolicyPack pack,
        CancellationToken ct
    )
    {
        using var stored = JsonDocument.Parse(decision.Request);
        if (RequestReader.Read(stored.RootElement, packs.Packs).Request is not { } request)
            return null;
        var host = meeting.HostPersonId is { } person ? await registry.People.FindAsync([person], ct) : null;
        return new(request, Decider.Decide(request, pack), @case.Course?.Name, host?.DisplayName, @case.NoticeEnding.At)
        {
            FurtherCourses = [.. @case.Further.DistinctBy(one => one.Id, StringComparer.Ordinal).Select(one => one.Course?.Name ?? one.Id)],
        };
    }

    /// <summary>For <see cref="NoticeRow.FurtherCourses"/>.</summary>
    public static string Named(IReadOnlyList<FurtherCourse> further) =>
        string.Join(' ', further.Select(one => one.Id).Distinct(StringComparer.Ordinal));

    private void Keep(NoticeRow standing, RecordingCase @case)
    {
        registrar.Audit("bot", "notice.kept", Subject.Meeting(standing.MeetingId), after: $"notice:{standing.Id}");
        (standing.DecisionId, standing.EndsAt, standing.FurtherCourses) = (@case.Decision!.Id, @case.NoticeEnding.At, Named(@case.Further));
    }

    private async Task AddAsync(
        MeetingRow meeting,
        DecisionRow decision,
        PrivacyNotice notice,
        string scope,
        RecordingCase @case,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var earlier = await registry.Notices.Where(row => row.MeetingId == meeting.Id).OrderBy(row => row.Version).ToListAsync(ct);
        var told = earlier.FindLast(row => row.PostedAt is not null);
        foreach (var row in earlier)
            row.RevokedAt ??= now;
        registry.Notices.Add(
            new()
            {
                Id = id,
                MeetingId = meeting.Id,
                DecisionId = decision.Id,
                Version = earlier.Count + 1,
                TokenHash = links.HashFor(id),
                Content = StoredNotice.Write(notice),
                Text = notice.Canonical(),
                Message = notice.ChatMessage(
                    null,
                    links.Unfilled,
                    told is null ? [] : NoticeChanges.Between(StoredNotice.Read(told).Sections, notice.Sections)
                ),
                Sha256 = notice.Sha256(),
                Scope = scope,
                FurtherCourses = Named(@case.Further),
                EndsAt = @case.NoticeEnding.At,
                PublishedAt = now,
            }
        );
        // Before the right is given, the host is told anew how the consents come, with the new link.
        if (@case.Notice is { } before && before.Scope != scope && meeting.HostTold is HostTold.ConsentFirst)
            meeting.HostTold = null;
        registrar.Audit("bot", "notice.published", Subject.Meeting(meeting.Id), after: $"notice:{id}");
    }
}
