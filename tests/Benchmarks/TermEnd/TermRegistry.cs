using System.Globalization;
using Benchmarks.Seeds;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace Benchmarks.TermEnd;

/// <summary>A registry of a term's published recordings, of whose end everybody was warned two weeks before.</summary>
internal sealed class TermRegistry(Term term, string file)
{
    private const string OfCourse = "({n} + 1) / 2";

    /// <summary>Makes it, and the files on the computer below <paramref name="root"/>.</summary>
    public async Task CreateAsync(string root, CancellationToken ct)
    {
        await using var registry = Open();
        await registry.Database.MigrateAsync(ct);
        var (id, course) = (Rows.Id(1), Text(Term.CourseId(1)));
        registry.AddRange(
            Course(course),
            Lecture.Meeting(id, course, term.Closes.AddDays(-40)),
            Lecture.Decision(id),
            Lecture.Notice(id, term.Closes),
            Recording(id, course)
        );
        await registry.SaveChangesAsync(ct);

        var ofCourse = ("CourseId", $"CAST({Term.CourseId(0)} + {OfCourse} AS text)");
        (string, string)[] ofMeeting = [("Id", "{id}"), ("MeetingId", "{id}")];
        var courseId = $"CAST({Term.CourseId(0)} + {{n}} AS text)";
        await registry.MultiplyAsync<CourseRow>(
            1,
            term.Courses,
            [("Id", courseId), ("Inputs", $"'{{\"courseId\":\"' || {courseId} || '\"}}'")],
            ct
        );
        await registry.MultiplyAsync<MeetingRow>(
            1,
            term.Count,
            [("Id", "{id}"), ("DecisionId", "{id}"), ("ZoomUuid", "'uuid-' || {n}"), ofCourse],
            ct
        );
        await registry.MultiplyAsync<DecisionRow>(1, term.Count, ofMeeting, ct);
        await registry.MultiplyAsync<NoticeRow>(
            1,
            term.Count,
            [.. ofMeeting, ("DecisionId", "{id}"), ("TokenHash", "'token-' || {n}")],
            ct
        );
        await registry.MultiplyAsync<RecordingRow>(
            1,
            term.Count,
            [
                .. ofMeeting,
                ("DecisionId", "{id}"),
                ofCourse,
                ("Folder", "'lecture-' || {n}"),
                ("CanvasFileId", $"CAST({Term.FileId(0)} + {{n}} AS text)"),
                ("CanvasModuleId", $"CAST({Term.ModuleId(0)} + {OfCourse} AS text)"),
                ("CanvasModuleItemId", $"CAST({Term.ItemId(0)} + {{n}} AS text)"),
            ],
            ct
        );
        await registry.MultiplyAsync<WarningRow>(1, term.Count, [("Id", "{id}"), ("RecordingId", "{id}")], ct);
        await registry.MultiplyAsync<PartRow>(1, term.Count, [("Id", "{id}"), ("RecordingId", "{id}")], ct);
        await registry.MultiplyAsync<CopyRow>(
            1,
            term.Count,
            [("Id", "{id}"), ("PartId", "{id}"), ("Locator", $"CAST({Term.FileId(0)} + {{n}} AS text)"), ("Uuid", "'file-' || {n}")],
            ct
        );
        await registry.MultiplyAsync<CopyRow>(
            1,
            term.Count,
            [("Id", "{other}"), ("PartId", "{id}"), ("Locator", "'lecture-' || {n} || '/video.mp4'")],
            ct
        );
        await WriteFilesAsync(registry, root, ct);
    }

    /// <summary>How many recordings aren't deleted, how many copies are gone, and how many receipts there are.</summary>
    public async Task<(int Overdue, int Gone, int Receipts)> ReadAsync(CancellationToken ct)
    {
        await using var registry = Open();
        return (
            await registry.Recordings.CountAsync(row => row.State != RecordingState.Deleted, ct),
            await registry.Copies.CountAsync(copy => copy.State == CopyState.Gone, ct),
            await registry.Receipts.CountAsync(ct)
        );
    }

    private RegistryContext Open()
    {
        var options = new DbContextOptionsBuilder<RegistryContext>();
        new RegistryDatabase($"Data Source={file}", Path.GetFullPath).Use(options);
        return new(options.Options);
    }

    /// <summary>Each is another: what lies twice on a computer would be told.</summary>
    private async Task WriteFilesAsync(RegistryContext registry, string root, CancellationToken ct)
    {
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        for (var number = 1; number <= term.Count; number++)
        {
            var path = Path.Combine(root, Term.Path(number));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, Term.Content(number), ct);
            await registry.Database.ExecuteSqlAsync(
                $"UPDATE \"Parts\" SET \"Sha256\" = {Term.Sha256(number)} WHERE \"Id\" = {Rows.Id(number)}",
                ct
            );
        }
        await transaction.CommitAsync(ct);
    }

    private CourseRow Course(string id)
    {
        var course = Lecture.Course(id, term.Closes, term.Closes);
        (course.TermId, course.SectionsReadAt, course.Inputs) = ("1", term.Closes, $$"""{"courseId":"{{id}}"}""");
        return course;
    }

    private RecordingRow Recording(Guid id, string course) =>
        new()
        {
            Id = id,
            MeetingId = id,
            DecisionId = id,
            CourseId = course,
            Topic = "Lecture",
            State = RecordingState.Published,
            DeviceId = Term.Device,
            RootId = Term.Root,
            Folder = "lecture-1",
            Complete = true,
            RecordedAt = term.Closes.AddDays(-40),
            PublicationWanted = true,
            CanvasFileId = Text(Term.FileId(1)),
            CanvasModuleId = Text(Term.ModuleId(1)),
            CanvasModuleItemId = Text(Term.ItemId(1)),
            LockAt = term.Closes,
            Visible = true,
            EndsAt = term.Closes,
            EndReason = EndReason.CourseCloses,
            NextStep = Step.NothingUntil,
            NextStepReason = DueReason.WaitsForEnd,
            NextCheckAt = term.Closes,
            CourseMoves = 1,
            CreatedAt = term.Closes.AddDays(-40),
            Parts = { Part(id) },
            Warnings = { Lecture.Warning(id, term.Closes) },
        };

    private static PartRow Part(Guid id) =>
        new()
        {
            Id = id,
            Kind = "video",
            Name = "video.mp4",
            Size = Term.Content(1).Length,
            Sha256 = Term.Sha256(1),
            Copies =
            {
                Copy(id, CopyPlace.Canvas, Text(Term.FileId(1)), "file-1"),
                Copy(Rows.Other(1), CopyPlace.RecorderComputer, Term.Path(1), null),
            },
        };

    private static CopyRow Copy(Guid id, string place, string locator, string? uuid) =>
        new()
        {
            Id = id,
            Place = place,
            Locator = locator,
            Uuid = uuid,
            State = CopyState.Present,
        };

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
