using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.Recordings;

/// <summary>Reads a recording's life together: from its rows, and from the audit where a row only knows how it is now.</summary>
public sealed class LifeReader(RegistryContext registry, Why why)
{
    private static readonly Dictionary<string, string> Told = new(StringComparer.Ordinal)
    {
        ["recording.registered"] = LifeKind.Registered,
        ["recording.published"] = LifeKind.Published,
        ["recording.unpublished"] = LifeKind.Unpublished,
    };

    /// <summary>Everything that has a moment, in order of time.</summary>
    /// <param name="recording">With its warnings.</param>
    /// <param name="meeting">Its meeting; null where none is known.</param>
    /// <param name="course">Its course; null where it has none.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<LifeMoment>> ReadAsync(
        RecordingRow recording,
        MeetingRow? meeting,
        CourseRow? course,
        CancellationToken ct
    )
    {
        LifeMoment?[] all =
        [
            meeting is null ? null : new(LifeKind.Meeting, meeting.StartedAt ?? meeting.StartsAt, MeetingWhy(meeting)),
            Of(LifeKind.Recorded, recording.RecordedAt, recording),
            .. await AuditedAsync(recording, ct),
            .. recording.Warnings.GroupBy(warning => (warning.EndsAt, warning.BeforeSeconds)).Select(Warned),
            // What comes after its end is none of its life.
            course?.ClosesAt
                is { } closes
            && !(recording.DeletedAt < closes)
                ? new(LifeKind.CourseCloses, closes, why.Course(course))
                : null,
            Ends(recording),
            Of(LifeKind.Deleted, recording.DeletedAt, recording),
        ];
        // In their usual order where they fall together.
        return [.. all.OfType<LifeMoment>().OrderBy(moment => moment.At)];
    }

    private async Task<IEnumerable<LifeMoment>> AuditedAsync(RecordingRow recording, CancellationToken ct)
    {
        var (subject, actions) = (Subject.Recording(recording.Id), Told.Keys.ToArray());
        var entries = await registry
            .Audit.AsNoTracking()
            .Where(entry => entry.Subject == subject && actions.Contains(entry.Action))
            .OrderBy(entry => entry.Sequence)
            .Select(entry => new { entry.Action, entry.At })
            .ToListAsync(ct);
        return entries.Select(entry => Of(Told[entry.Action], entry.At, recording)!);
    }

    private static LifeMoment Warned(IEnumerable<WarningRow> told)
    {
        var reached = told.All(warning => warning.AcceptedAt is not null);
        return new(LifeKind.Warned, told.Min(warning => warning.At), Say(reached ? "LifeWhy_warned" : "LifeWhy_warned-not-reached"));
    }

    private static LocalizedText MeetingWhy(MeetingRow meeting) =>
        Say(
            meeting.CancelledAt is not null ? "LifeWhy_meeting-cancelled"
            : meeting.DecisionId is null ? "LifeWhy_meeting-undecided"
            : "LifeWhy_meeting"
        );

    /// <summary>An end that has a moment has its reason among the page's words.</summary>
    private static LifeMoment? Ends(RecordingRow recording) =>
        recording.EndsAt is { } at && BothLanguages.Pages.Find("Because_" + WireName.Of(recording.EndReason)) is { } why
            ? new(LifeKind.Ends, at, new(Sentence(why.Sv), Sentence(why.En)))
            : null;

    private static string Sentence(string clause) => char.ToUpperInvariant(clause[0]) + clause[1..] + ".";

    /// <summary>What lies in Zoom's cloud was recorded and found otherwise than a file on a computer.</summary>
    private static LifeMoment? Of(string kind, DateTimeOffset? at, RecordingRow recording)
    {
        var inCloud = recording.CloudUuid is not null && kind is (LifeKind.Recorded or LifeKind.Registered);
        return at is { } moment ? new(kind, moment, Say($"LifeWhy_{kind}{(inCloud ? "-cloud" : "")}")) : null;
    }

    private static LocalizedText Say(string key) => BothLanguages.Pages[key];
}
