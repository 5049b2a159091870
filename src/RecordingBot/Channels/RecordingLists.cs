using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Channels;

/// <summary>A person's recordings as the chat lists them, the newest first.</summary>
public sealed class RecordingLists(RegistryContext registry, Sight sight, Why why, ActivePack active)
{
    private const int Most = 10;

    /// <summary>Those that can be published now, to choose from.</summary>
    public async Task<IReadOnlyList<Offer>> ToPublishAsync(PersonRow person, CancellationToken ct)
    {
        var rows = await Of(await sight.RecordingsAsync(person, ct))
            .Where(row =>
                (row.State == RecordingState.Registered || row.State == RecordingState.Unpublished)
                && !row.Unexplained
                && row.InventoriedAt == null
                && row.CloudUuid == null
                && !row.PublicationWanted
            )
            .Take(Most)
            .ToListAsync(ct);
        return [.. rows.Select(AsOffer)];
    }

    /// <summary>Those that are or can be published, to choose one for a further course.</summary>
    public async Task<IReadOnlyList<Offer>> ToShowFurtherAsync(PersonRow person, CancellationToken ct)
    {
        var rows = await Of(await sight.RecordingsAsync(person, ct))
            .Where(row =>
                row.SourceId == null && row.CloudUuid == null && row.CourseId != null && !row.Unexplained && row.InventoriedAt == null
            )
            .Where(row => row.State != RecordingState.Expected && row.State != RecordingState.Deleted)
            .Take(Most)
            .ToListAsync(ct);
        return [.. rows.Select(AsOffer)];
    }

    /// <summary>Each with its state, its end and why that date, and what happens next.</summary>
    public async Task<IReadOnlyList<LocalizedText>> DescribeAsync(PersonRow person, CancellationToken ct)
    {
        var rows = await Of(await sight.RecordingsAsync(person, ct)).Take(Most).ToListAsync(ct);
        string[] ids = [.. rows.Select(row => row.CourseId).OfType<string>()];
        var courses = await registry
            .Courses.AsNoTracking()
            .Where(course => ids.Contains(course.Id))
            .ToDictionaryAsync(course => course.Id, StringComparer.Ordinal, ct);
        return
        [
            .. rows.Select(row =>
                BothLanguages.Chat.Say(
                    "RecordingLine",
                    LocalizedText.Same(row.Topic),
                    BothLanguages.Chat[$"State_{WireName.Of(row.State)}"],
                    why.Ends(row, row.CourseId is { } id ? courses.GetValueOrDefault(id) : null),
                    why.NextStep(row)
                )
            ),
        ];
    }

    /// <summary>A recording to choose.</summary>
    public Offer AsOffer(RecordingRow row) => AsOffer(row.Id, row.Topic, row.RecordedAt ?? row.CreatedAt);

    /// <summary>A meeting to choose.</summary>
    public Offer AsOffer(CandidateView meeting) => AsOffer(meeting.MeetingId, meeting.Topic, meeting.StartedAt);

    private Offer AsOffer(Guid id, string topic, DateTimeOffset moment)
    {
        var at = Moments.Brief(moment, active.Pack.TimeZone);
        return new(id.ToString(), new($"{topic}, {at.Sv}", $"{topic}, {at.En}"));
    }

    private static IQueryable<RecordingRow> Of(IQueryable<RecordingRow> rows) =>
        rows.OrderByDescending(row => row.RecordedAt ?? row.CreatedAt);
}
