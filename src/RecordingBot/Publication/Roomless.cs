using RecordingBot.Channels;
using RecordingBot.Recordings;
using RecordingBot.Registry;

namespace RecordingBot.Publication;

/// <summary>A file that doesn't fit into its course: whoever recorded chooses, and what they do about the room is seen by itself within a day.</summary>
public sealed class Roomless(Registrar registrar, Messenger messenger, TimeProvider clock)
{
    /// <summary>The answers.</summary>
    public const string Answers = "again keep-unpublished";

    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    /// <summary>Asks once; the task then says how much is missing now.</summary>
    public async Task AskAsync(RecordingCase @case, UploadState.NoRoom room, CancellationToken ct)
    {
        var recording = @case.Recording;
        (recording.PublicationWait, recording.PublicationWaitsUntil) = (PublicationWait.Room, clock.GetUtcNow() + LookAgain);
        // What failed before has an answer now, and it is this.
        recording.Attempts = 0;
        await registrar.CloseTaskAsync(TaskKind.StepFails, @case.Subject, "done", "bot", ct);
        var course = @case.Course?.Name ?? recording.CourseId!;
        var task = await registrar.OpenTaskAsync(
            TaskKind.NoRoom,
            @case.Subject,
            recording.RecorderId is null ? Role.CourseAdmin : Role.Teacher,
            recording.RecorderId,
            Answers,
            ct,
            recording.Topic,
            course,
            MissingRoom.Write(room)
        );
        if (recording.RecorderId is { } person)
            await messenger.TellAsync(
                person,
                new("NoRoom", [recording.Topic, course, MissingRoom.Say(MissingRoom.Write(room))], NoRoomTalk.Buttons) { Asks = new(null) },
                ct,
                $"no-room {task.Id}"
            );
    }
}
