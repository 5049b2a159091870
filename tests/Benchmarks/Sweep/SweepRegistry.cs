using System.Security.Cryptography;
using System.Text.Json;
using Benchmarks.Seeds;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace Benchmarks.Sweep;

/// <summary>
/// A registry of a million recordings, each with a file. 5,000 are due, and these have a meeting, a decision, a notice and a course too. The course of 500
/// of them has closed and everybody was warned: only a hold keeps them. The others wait for their course to close.
/// </summary>
internal sealed class SweepRegistry(string connectionString)
{
    public const int Recordings = 1_000_000;
    public const int Due = 5_000;
    public const int Held = 500;
    private const int Courses = 1_000;

    /// <summary>The moment of every sweep.</summary>
    public static readonly DateTimeOffset Now = new(2027, 5, 10, 8, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset FellDue = Now.AddMinutes(-5);

    /// <summary>Makes it, where there is nothing yet.</summary>
    public async Task CreateAsync(CancellationToken ct)
    {
        await using var registry = Open();
        await registry.Database.MigrateAsync(ct);
        await AddCasesAsync(registry, 1, Held, "closed", Now.AddDays(-10), held: true, ct);
        await AddCasesAsync(registry, Held + 1, Due, "open", Now.AddDays(60), held: false, ct);
        registry.Recordings.Add(Recording(Due + 1, Now.AddDays(30), null, null, held: false));
        await registry.SaveChangesAsync(ct);
        await MultiplyRecordingsAsync(registry, Due + 1, Recordings, ct, ("NextCheckAt", "t.\"NextCheckAt\" + {n}"));
        if (registry.Database.IsNpgsql())
            await registry.Database.ExecuteSqlRawAsync("VACUUM ANALYZE", ct);
    }

    /// <summary>Makes those due again that were.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        await using var registry = Open();
        await registry
            .Recordings.Where(row => row.MeetingId != null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.NextCheckAt, FellDue)
                        .SetProperty(row => row.LeaseOwner, (string?)null)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(row => row.Fence, 0)
                        .SetProperty(row => row.CourseMoves, 0)
                        .SetProperty(row => row.EndsAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.EndReason, EndReason.Undecided)
                        .SetProperty(row => row.NextStep, Step.NothingUntil)
                        .SetProperty(row => row.NextStepAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.NextStepReason, DueReason.Approved),
                ct
            );
    }

    /// <summary>What a sweep has left behind, as a checksum over every recording that was due.</summary>
    /// <exception cref="BenchmarkException">Something is still claimed or due, or something was ordered.</exception>
    public async Task<string> ReadAsync(CancellationToken ct)
    {
        await using var registry = Open();
        if (await registry.DeletionOrders.AnyAsync(ct) || await registry.Intents.AnyAsync(ct))
            throw new BenchmarkException("A step was taken, though nothing but looking was due.");
        var rows = await registry
            .Recordings.Where(row => row.MeetingId != null)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.State,
                row.OrderedFor,
                row.LeaseUntil,
                row.Fence,
                row.NextCheckAt,
                row.NextStep,
                row.NextStepAt,
                row.NextStepReason,
                row.EndsAt,
                row.EndReason,
                row.CourseMoves,
            })
            .ToListAsync(ct);
        if (rows.Count != Due || rows.Exists(row => row.NextCheckAt <= Now || row.LeaseUntil is not null || row.Fence != 1))
            throw new BenchmarkException("Not everything that was due was looked at exactly once.");
        if (rows.Count(row => row is { NextStepReason: DueReason.Held, State: RecordingState.Registered, OrderedFor: null }) != Held)
            throw new BenchmarkException("Not everything that is held was kept for that.");
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rows)));
    }

    /// <summary>What was written for a recording that is held, and for one that isn't.</summary>
    public async Task<Written[]> WrittenAsync(CancellationToken ct)
    {
        await using var registry = Open();
        Guid[] ids = [Rows.Id(1), Rows.Id(Due)];
        return await registry
            .Recordings.Where(row => ids.Contains(row.Id))
            .OrderBy(row => row.Id)
            .Select(row => new Written(row.NextCheckAt, row.NextStep, row.NextStepAt, row.NextStepReason, row.EndsAt, row.EndReason))
            .ToArrayAsync(ct);
    }

    private RegistryContext Open()
    {
        var options = new DbContextOptionsBuilder<RegistryContext>();
        new RegistryDatabase(connectionString, Path.GetFullPath).Use(options);
        var registry = new RegistryContext(options.Options);
        registry.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        return registry;
    }

    private static async Task AddCasesAsync(
        RegistryContext registry,
        int first,
        int last,
        string course,
        DateTimeOffset closes,
        bool held,
        CancellationToken ct
    )
    {
        var id = Rows.Id(first);
        var recording = Recording(first, FellDue, id, course + "-0", held);
        if (held)
            recording.Warnings.Add(Lecture.Warning(id, closes));
        registry.AddRange(
            Lecture.Course(course + "-0", closes, FellDue),
            Lecture.Meeting(id, course + "-0", Now.AddDays(-60)),
            Lecture.Decision(id),
            Lecture.Notice(id, closes),
            recording
        );
        await registry.SaveChangesAsync(ct);
        var ofCourse = ("CourseId", $"'{course}-' || (({{n}} - {first}) % {Courses})");
        (string, string)[] ofMeeting = [("Id", "{id}"), ("MeetingId", "{id}")];
        await registry.MultiplyAsync<CourseRow>(0, Courses - 1, [("Id", $"'{course}-' || {{n}}")], ct);
        await registry.MultiplyAsync<MeetingRow>(
            first,
            last,
            [("Id", "{id}"), ("DecisionId", "{id}"), ("ZoomUuid", "'uuid-' || {n}"), ofCourse],
            ct
        );
        await registry.MultiplyAsync<DecisionRow>(first, last, ofMeeting, ct);
        await registry.MultiplyAsync<NoticeRow>(first, last, [.. ofMeeting, ("DecisionId", "{id}"), ("TokenHash", "'token-' || {n}")], ct);
        await MultiplyRecordingsAsync(registry, first, last, ct, ("MeetingId", "{id}"), ("DecisionId", "{id}"), ofCourse);
        if (held)
            await registry.MultiplyAsync<WarningRow>(first, last, [("Id", "{id}"), ("RecordingId", "{id}")], ct);
    }

    private static async Task MultiplyRecordingsAsync(
        RegistryContext registry,
        int first,
        int last,
        CancellationToken ct,
        params (string, string)[] more
    )
    {
        await registry.MultiplyAsync<RecordingRow>(first, last, [("Id", "{id}"), ("Folder", "'lecture-' || {n}"), .. more], ct);
        await registry.MultiplyAsync<PartRow>(first, last, [("Id", "{id}"), ("RecordingId", "{id}")], ct);
        await registry.MultiplyAsync<CopyRow>(
            first,
            last,
            [("Id", "{id}"), ("PartId", "{id}"), ("Locator", "'lecture-' || {n} || '/video.mp4'")],
            ct
        );
    }

    private static RecordingRow Recording(int number, DateTimeOffset nextCheckAt, Guid? meeting, string? course, bool held) =>
        new()
        {
            Id = Rows.Id(number),
            MeetingId = meeting,
            DecisionId = meeting,
            CourseId = course,
            Topic = "Lecture",
            State = RecordingState.Registered,
            DeviceId = "computer",
            RootId = "root",
            Folder = "first-of " + number,
            Complete = true,
            RecordedAt = Now.AddDays(-60),
            HeldBy = held ? Rows.Id(0) : null,
            NextCheckAt = nextCheckAt,
            NextStep = Step.NothingUntil,
            CreatedAt = Now.AddDays(-61),
            Parts = { Part(number) },
        };

    private static PartRow Part(int number) =>
        new()
        {
            Id = Rows.Id(number),
            Kind = "video",
            Name = "video.mp4",
            Size = 1,
            Sha256 = new string('c', 64),
            Copies = { Copy(number) },
        };

    private static CopyRow Copy(int number) =>
        new()
        {
            Id = Rows.Id(number),
            Place = CopyPlace.RecorderComputer,
            Locator = "first-of " + number,
            State = CopyState.Present,
        };
}
