using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Api;

/// <summary>A registry with a recording in every state, written at rest: nothing is due, so that a test sees only what it does itself.</summary>
internal static class Sample
{
    public const string Course = "101";
    public const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>A decision as the normal case has it; its text has what a register shows.</summary>
    private const string Request = """
        {"pack":"lund","meeting":{"platform":"zoom","kind":"teaching","topic":"FYSA12, lecture 3","startsAt":"2026-09-07T10:15:00+02:00","endsAt":"2026-09-07T12:00:00+02:00","course":{"id":"101","isPublic":false,"closesAt":null}},
         "audience":{"groups":["students"]},"purpose":{"text":"Students repeat the derivations.","category":"education.lecture"},"legalBasis":{"kind":"public-interest","reference":null},
         "contains":{"sensitive":false,"confidential":false,"private":true,"personalIdentityNumbers":false},"storage":{"place":"recorder-computer","name":null,"country":null},
         "publication":{"kind":"canvas-course","target":"101"},"approvals":{"dpo":null}}
        """;

    private const string Answer = """
        {"outcome":"approved","findings":[{"rule":"notice.before-start","effect":"condition","before":"recording-start","message":{"sv":"Informationen publiceras först.","en":"The notice is published first."},"source":["GDPR 13"]}],
         "retention":{"plan":"course-lifetime","until":null,"duration":null,"end":"delete"},"notice":{"deviations":[],"rights":["access"]},"edition":"e"}
        """;

    private const string Referred = """
        {"outcome":"referred","findings":[{"rule":"consent.freely-given","effect":"refer","message":{"sv":"Samtycke mellan ojämna parter prövas.","en":"Consent between unequal parties is examined."},"source":["HB §4"]}],
         "retention":{"plan":"course-lifetime","until":null,"duration":null,"end":"delete"},"notice":{"deviations":[],"rights":["access"]},"edition":"e"}
        """;

    /// <summary>Adds a meeting of the host's with an approved decision.</summary>
    public static async Task<(Guid Meeting, Guid Decision)> DecideAsync(
        RegistryContext registry,
        PersonRow host,
        string topic,
        DateTimeOffset startsAt,
        string? course = Course
    )
    {
        var (meeting, decision) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        registry.Meetings.Add(
            new()
            {
                Id = meeting,
                Platform = "zoom",
                ZoomId = 81234567890,
                ZoomUuid = "uuid-" + meeting,
                HostId = "zoom-" + host.Account,
                HostPersonId = host.Id,
                Topic = topic,
                StartsAt = startsAt,
                EndsAt = startsAt.AddMinutes(105),
                StartedAt = startsAt,
                EndedAt = startsAt.AddMinutes(105),
                CourseId = course,
                DecisionId = decision,
                Right = RecordingBot.Meetings.RecordingRight.Taken,
                CreatedAt = startsAt.AddDays(-2),
            }
        );
        registry.Decisions.Add(
            new()
            {
                Id = decision,
                MeetingId = meeting,
                Request = Request,
                Answer = Answer,
                Outcome = "approved",
                Pack = "lund",
                Edition = "e",
                DecidedBy = host.Id,
                DecidedAt = startsAt.AddDays(-1),
                Channel = "chat",
            }
        );
        await registry.SaveChangesAsync();
        return (meeting, decision);
    }

    /// <summary>Adds a meeting of the host's whose decision was referred, with the task that waits for its answer.</summary>
    public static async Task<(Guid Meeting, Guid Task)> ReferAsync(
        RegistryContext registry,
        PersonRow host,
        string topic,
        DateTimeOffset startsAt
    )
    {
        var meeting = Guid.CreateVersion7();
        registry.Meetings.Add(
            new()
            {
                Id = meeting,
                Platform = "zoom",
                ZoomUuid = "uuid-" + meeting,
                HostPersonId = host.Id,
                Topic = topic,
                StartsAt = startsAt,
                EndsAt = startsAt.AddHours(1),
                CreatedAt = startsAt.AddDays(-2),
            }
        );
        registry.Decisions.Add(
            new()
            {
                Id = Guid.CreateVersion7(),
                MeetingId = meeting,
                Request = Request,
                Answer = Referred,
                Outcome = "referred",
                Pack = "lund",
                Edition = "e",
                DecidedBy = host.Id,
                DecidedAt = startsAt.AddDays(-1),
                Channel = "http",
            }
        );
        await registry.SaveChangesAsync();
        var task = await AskAsync(
            registry,
            TaskKind.Referral,
            Subject.Meeting(meeting),
            Role.Dpo,
            null,
            RecordingBot.Decisions.DecisionBook.ReferralAnswers,
            topic
        );
        return (meeting, task.Id);
    }

    /// <summary>Adds a recording in a state, with a video and its sound.</summary>
    public static async Task<RecordingRow> RecordAsync(
        RegistryContext registry,
        PersonRow host,
        RecordingState state,
        DateTimeOffset recordedAt,
        string topic = "FYSA12, lecture 3",
        string? course = Course,
        Action<RecordingRow>? change = null
    )
    {
        var (meeting, decision) = await DecideAsync(registry, host, topic, recordedAt, course);
        var ends = recordedAt.AddDays(80);
        var id = Guid.CreateVersion7(recordedAt);
        var recording = new RecordingRow
        {
            Id = id,
            MeetingId = meeting,
            DecisionId = decision,
            CourseId = course,
            Topic = topic,
            RecorderId = host.Id,
            State = state,
            DeviceId = "device",
            RootId = "root",
            Folder = id.ToString(),
            RecordedAt = recordedAt,
            EndsAt = ends,
            EndReason = EndReason.CourseCloses,
            NextCheckAt = DateTimeOffset.MaxValue,
            // As if it had been looked at since its course was first read: nothing becomes of it while a test looks.
            CourseMoves = 1,
            NextStep = Step.NothingUntil,
            NextStepAt = ends.AddDays(-7),
            NextStepReason = DueReason.WaitsForEnd,
            CreatedAt = recordedAt,
        };
        if (state is not RecordingState.Expected)
            recording.Parts.AddRange([
                Part(recording, "video", "GMT20260907_Recording_1920x1080.mp4", 412_345_678),
                Part(recording, "audio", "GMT20260907_Recording.m4a", 48_123_456),
            ]);
        if (state is RecordingState.Published)
            Publish(recording, ends);
        if (state is RecordingState.Deleted)
            Delete(recording, ends);
        change?.Invoke(recording);
        registry.Recordings.Add(recording);
        await registry.SaveChangesAsync();
        return recording;
    }

    /// <summary>Adds an open task.</summary>
    public static async Task<TaskRow> AskAsync(
        RegistryContext registry,
        string kind,
        string subject,
        string role,
        Guid? person,
        string answers,
        string topic
    )
    {
        var (type, id) = Subject.Parse(subject);
        var task = new TaskRow
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Subject = subject,
            RecordingId = type == Subject.RecordingType ? id : null,
            MeetingId = type == Subject.MeetingType ? id : null,
            PersonId = person,
            Role = role,
            Answers = answers,
            Arguments = System.Text.Json.JsonSerializer.Serialize(new[] { topic }),
            Since = new(2026, 9, 8, 8, 0, 0, TimeSpan.Zero),
        };
        registry.Tasks.Add(task);
        await registry.SaveChangesAsync();
        return task;
    }

    private static PartRow Part(RecordingRow recording, string kind, string name, long size)
    {
        var part = new PartRow
        {
            Id = Guid.CreateVersion7(),
            RecordingId = recording.Id,
            Kind = kind,
            Name = name,
            Size = size,
            Sha256 = Sha256,
            Duration = TimeSpan.FromMinutes(103),
        };
        part.Copies.Add(Copy(part, CopyPlace.RecorderComputer, $"{recording.Folder}/{name}"));
        return part;
    }

    private static CopyRow Copy(PartRow part, string place, string locator) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PartId = part.Id,
            Place = place,
            Locator = locator,
        };

    private static void Publish(RecordingRow recording, DateTimeOffset ends)
    {
        var video = recording.Parts[0];
        video.Copies.Add(Copy(video, CopyPlace.Canvas, "file-" + recording.Id));
        (recording.PublicationWanted, recording.Visible, recording.LockAt) = (true, true, ends);
        (recording.CanvasFileId, recording.CanvasModuleItemId) = ("7001", "8001");
    }

    private static void Delete(RecordingRow recording, DateTimeOffset ends)
    {
        recording.DeletedAt = ends.AddHours(1);
        foreach (var part in recording.Parts)
        {
            part.Copies[0].State = CopyState.Gone;
            recording.Receipts.Add(
                new()
                {
                    Id = Guid.CreateVersion7(),
                    RecordingId = recording.Id,
                    PartId = part.Id,
                    CopyId = part.Copies[0].Id,
                    Place = part.Copies[0].Place,
                    Sha256 = part.Sha256,
                    Size = part.Size,
                    OrderedAt = ends,
                    GoneAt = ends.AddHours(1),
                    Plan = "course-lifetime",
                    Authority = """{"reference":"2026/17","role":"archivist","validFrom":"2026-01-01"}""",
                    Evidence = RecordingBot.Deletion.EvidenceClass.ConfirmedAbsent,
                    Residues = RecordingBot.Deletion.Residue.MediaObject,
                    Signature = "c2ln",
                }
            );
        }
    }
}
