using CanvasConnector;
using CanvasConnector.Users;
using RecordingBot.Channels;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>
/// Tells the recorder and the course's active teachers that the recording ends: each once for each moment, and only what is true now.
/// Whom the registry doesn't know gets a Canvas message; where nobody can be reached, the course admins get a task (design.md 4).
/// </summary>
public sealed class WarnStep(
    FreshCourse fresh,
    RegistryContext registry,
    Registrar registrar,
    Messenger messenger,
    People people,
    ChatWording wording,
    CanvasClient canvas,
    ActivePack active,
    TimeProvider clock
) : IStep
{
    /// <summary>The course's reason code when its deletion was confirmed (facts/canvas.md 3.5).</summary>
    private const string CourseDeleted = "deleted";

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    public Step Step => Step.Warn;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        if (await fresh.ConfirmAsync(@case, ct) is not { } confirmed)
            return StepResult.Reconsider;
        var before = (long)due.Before!.Value.TotalSeconds;
        var told = new Telling(confirmed, due.EndsAt!.Value, before);
        var reached = await TellPeopleAsync(told, ct);
        if (told.Recipients == 0)
        {
            await registrar.OpenTaskAsync(
                TaskKind.Unreachable,
                confirmed.Subject,
                Role.CourseAdmin,
                null,
                "",
                ct,
                confirmed.Recording.Topic
            );
            Note(told, null, null, "task", accepted: true);
            reached = true;
        }
        return reached ? StepResult.Done : StepResult.Until(clock.GetUtcNow() + Again);
    }

    /// <summary>True when everyone concerned has been reached, now or before.</summary>
    private async Task<bool> TellPeopleAsync(Telling told, CancellationToken ct)
    {
        // A deleted course has no list of teachers any more: those who are known otherwise are told.
        var listed = told.Case.Course?.Reason != CourseDeleted ? told.Case.Recording.CourseId : null;
        var teachers = listed is null ? new([], []) : await people.ActiveTeachersAsync(listed, ct);
        var known = teachers.Known.Select(person => person.Id).ToHashSet();
        if (told.Case.Recording.RecorderId is { } recorder)
            known.Add(recorder);
        told.Recipients = known.Count + teachers.UnmappedCanvasUserIds.Count;

        var all = true;
        foreach (var person in known.Where(person => !told.Accepted.Any(row => row.PersonId == person)))
            all &= Note(told, person, null, "chat", await messenger.TellAsync(person, TextOf(told), ct, told.Key));
        foreach (var user in teachers.UnmappedCanvasUserIds.Where(user => !told.Accepted.Any(row => row.CanvasUserId == user)))
            all &= Note(told, null, user, "canvas", await TellInCanvasAsync(told, user, ct));
        return all;
    }

    private ChatText TextOf(Telling told) =>
        told.BeforeSeconds == 0
            ? ChatText.Of(
                "EndedUnannounced",
                told.Case.Recording.Topic,
                active.Pack.AfterCalendar(clock.GetUtcNow(), active.Pack.MinimumWarning)
            )
        : told.IsOfOneCourse
            ? ChatText.Of(
                "EndsSoonInCourse",
                told.Case.Recording.Topic,
                told.EndsAt,
                told.Case.Course?.Name ?? told.Case.Recording.CourseId!
            )
        : ChatText.Of("EndsSoon", told.Case.Recording.Topic, told.EndsAt);

    private async Task<bool> TellInCanvasAsync(Telling told, string user, CancellationToken ct)
    {
        var said = wording.Say(TextOf(told));
        var sent = await canvas.Conversations.SendAsync(
            [new CanvasId<CanvasUser>(user)],
            Texts.Bounded(told.Case.Recording.Topic, 200),
            $"{said.Sv}\n\n{said.En}",
            ct: ct
        );
        return !sent.IsEmpty;
    }

    private bool Note(Telling told, Guid? person, string? canvasUser, string channel, bool accepted)
    {
        var now = clock.GetUtcNow();
        var row = told.Rows.Find(row => row.PersonId == person && row.CanvasUserId == canvasUser);
        if (row is null)
            registry.Warnings.Add(
                row = new()
                {
                    Id = Guid.CreateVersion7(now),
                    RecordingId = told.Case.Recording.Id,
                    EndsAt = told.EndsAt,
                    BeforeSeconds = told.BeforeSeconds,
                    PersonId = person,
                    CanvasUserId = canvasUser,
                    At = now,
                    Channel = channel,
                }
            );
        row.AcceptedAt = accepted ? now : null;
        return accepted;
    }

    /// <summary>One telling: of one end, at one of the pack's moments.</summary>
    private sealed class Telling(RecordingCase @case, DateTimeOffset endsAt, long beforeSeconds)
    {
        public RecordingCase Case => @case;
        public DateTimeOffset EndsAt => endsAt;
        public long BeforeSeconds => beforeSeconds;
        public int Recipients { get; set; }

        /// <summary>It is shown in several courses, and this end is that of one of them.</summary>
        public bool IsOfOneCourse => Case.Source is not null || Case.Ending.At != EndsAt;

        public List<WarningRow> Rows { get; } =
            @case.Recording.Warnings.FindAll(row => row.EndsAt == endsAt && row.BeforeSeconds == beforeSeconds);

        public IEnumerable<WarningRow> Accepted => Rows.Where(row => row.AcceptedAt is not null);

        /// <summary>The same for the same telling, so that a repetition after a crash is not a second message.</summary>
        public string Key => $"warning {@case.Recording.Id} {endsAt.UtcTicks} {beforeSeconds}";
    }
}
