using Microsoft.EntityFrameworkCore;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>
/// Notes who is to be told that the recording ends: the recorder and the course's active teachers. <see cref="WarningDigests"/> tells each of them,
/// of all their recordings at once. Done when everyone has accepted; where there is nobody, the course admins get a task (design.md 4).
/// </summary>
public sealed class WarnStep(
    FreshCourse fresh,
    RegistryContext registry,
    Registrar registrar,
    People people,
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
        var now = clock.GetUtcNow();
        var told = Told(confirmed, due);
        var recipients = await RecipientsAsync(confirmed, ct);
        if (recipients.Count == 0)
        {
            await OpenAsync(TaskKind.Unreachable, Role.CourseAdmin, confirmed, ct);
            recipients.Add((null, null));
        }
        // Whoever no longer has to do with it need not be reached.
        registry.Warnings.RemoveRange(told.Where(row => row.AcceptedAt is null && !recipients.Contains((row.PersonId, row.CanvasUserId))));
        var rows = recipients.ConvertAll(to =>
            told.Find(row => (row.PersonId, row.CanvasUserId) == to) ?? Add(confirmed, due, to.Person, to.CanvasUser)
        );
        if (rows.TrueForAll(row => row.AcceptedAt is not null))
            return StepResult.Done;
        if (await IsRefusedAsync(rows, now, ct))
            await OpenAsync(TaskKind.StepFails, Role.Operator, confirmed, ct, WireName.Of(Step), "warning-not-accepted");
        return StepResult.Until(now + Again);
    }

    /// <summary>Whether a channel has refused somebody's: a message that only waits for its turn is no fault.</summary>
    private async Task<bool> IsRefusedAsync(List<WarningRow> rows, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = rows.FindAll(row => row.AcceptedAt is null && row.At + Again <= now).ConvertAll(row => row.DigestId);
        return waiting.Count > 0 && await registry.Digests.AnyAsync(digest => waiting.Contains(digest.Id) && digest.Attempts > 0, ct);
    }

    /// <summary>What was noted for this end and moment before, but for what people have been told otherwise of since.</summary>
    private List<WarningRow> Told(RecordingCase @case, DueStep due)
    {
        var rows = @case.Recording.Warnings.FindAll(row =>
            row.EndsAt == due.EndsAt && row.BeforeSeconds == (long)due.Before!.Value.TotalSeconds
        );
        if (Tellings.SupersededAt(@case.Facts, active.Pack) is not { } superseded)
            return rows;
        registry.Warnings.RemoveRange(rows.FindAll(row => row.AcceptedAt < superseded));
        return rows.FindAll(row => !(row.AcceptedAt < superseded));
    }

    private async Task<List<(Guid? Person, string? CanvasUser)>> RecipientsAsync(RecordingCase @case, CancellationToken ct)
    {
        // A deleted course has no list of teachers any more: those who are known otherwise are told.
        var listed = @case.Course?.Reason != CourseDeleted ? @case.Recording.CourseId : null;
        var teachers = listed is null ? new([], []) : await people.ActiveTeachersAsync(listed, ct);
        var known = teachers.Known.Select(person => (Guid?)person.Id).Append(@case.Recording.RecorderId).OfType<Guid>().ToList();
        // Whoever has left can't sign in to read it.
        var here = await registry
            .People.Where(person => known.Contains(person.Id) && person.LeftAt == null)
            .Select(person => person.Id)
            .ToListAsync(ct);
        return
        [
            .. here.Select(person => ((Guid?)person, (string?)null)),
            .. teachers.UnmappedCanvasUserIds.Select(user => ((Guid?)null, (string?)user)),
        ];
    }

    private WarningRow Add(RecordingCase @case, DueStep due, Guid? person, string? canvasUser)
    {
        var (now, isTask) = (clock.GetUtcNow(), person is null && canvasUser is null);
        var row = new WarningRow
        {
            Id = Guid.CreateVersion7(now),
            RecordingId = @case.Recording.Id,
            EndsAt = due.EndsAt!.Value,
            BeforeSeconds = (long)due.Before!.Value.TotalSeconds,
            PersonId = person,
            CanvasUserId = canvasUser,
            At = now,
            AcceptedAt = isTask ? now : null,
            Channel = isTask ? "task" : "none",
        };
        registry.Warnings.Add(row);
        return row;
    }

    private Task<TaskRow> OpenAsync(string kind, string role, RecordingCase @case, CancellationToken ct, params string[] arguments) =>
        registrar.OpenTaskAsync(kind, @case.Subject, role, null, "", ct, [@case.Recording.Topic, .. arguments]);
}
