using Microsoft.EntityFrameworkCore;
using RecordingAgent.Orders;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>
/// When a file's time in transit is up, its agent looks. Gone: it has moved, and the task closes by itself. Still there, or no answer: an
/// incident, and the recorder is reminded every day.
/// </summary>
public sealed class TransitWatch(IServiceScopeFactory scopes, TimeProvider clock) : DueOneByOne(scopes)
{
    /// <summary>Kept apart from the looks after a deletion: an answer of today is no evidence of another day.</summary>
    private const string Look = "look";

    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    protected override Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct) =>
        Open(services.GetRequiredService<RegistryContext>()).MinAsync(task => task.DueAt, ct);

    private static IQueryable<TaskRow> Open(RegistryContext registry) =>
        registry.Tasks.Where(task => task.Kind == TaskKind.MoveFile && task.ClosedAt == null && task.DueAt != null);

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var registry = services.GetRequiredService<RegistryContext>();
        var now = clock.GetUtcNow();
        if (await Open(registry).Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).FirstOrDefaultAsync(ct) is not { } task)
            return false;
        var recording = await registry
            .Recordings.Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .FirstAsync(row => row.Id == task.RecordingId, ct);
        var transit = services.GetRequiredService<Transit>();
        switch (await LookAsync(services.GetRequiredService<AgentOrders>(), recording, ct))
        {
            case null:
                task.DueAt = now + AgentOrders.LookAgain;
                break;
            case true:
                await transit.MovedAsync(recording, "agent:" + recording.DeviceId, ct);
                await services.GetRequiredService<Registrar>().CloseTaskAsync(task.Kind, task.Subject, "moved", "bot", ct);
                break;
            default:
                (task.DueAt, task.Attempts) = (now + Again, task.Attempts + 1);
                await NoteAsync(services, recording, now, ct);
                await transit.TellAsync(recording, $"{task.Attempts}", ct);
                break;
        }
        await registry.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Whether every file has gone; null while the agent was only just asked.</summary>
    private static async Task<bool?> LookAsync(AgentOrders orders, RecordingRow recording, CancellationToken ct)
    {
        var (asked, gone) = (false, true);
        foreach (var part in recording.Parts)
        foreach (var copy in Transit.LocalCopies(recording).Where(copy => copy.PartId == part.Id))
        {
            var order = await orders.CurrentAsync(recording, copy, OrderKind.Verify, ct, Look);
            if (order is null)
            {
                await orders.IssueAsync(recording, part, copy, OrderKind.Verify, ct, holds: Again, name: Look);
                asked = true;
            }
            else
            {
                gone &=
                    order.AnsweredAt is not null && (await orders.TakeInAsync(order, ct)).Evidence?.Kind is EvidenceKind.ConfirmedAbsent;
            }
        }
        return asked ? null : gone;
    }

    private static async Task NoteAsync(IServiceProvider services, RecordingRow recording, DateTimeOffset now, CancellationToken ct)
    {
        var incidents = services.GetRequiredService<IncidentBook>();
        if (await incidents.IsOpenAsync(row => row.RecordingId == recording.Id && row.Kind == IncidentKind.NotMoved, ct))
            return;
        incidents.Open(
            new()
            {
                Id = Guid.CreateVersion7(now),
                MeetingId = recording.MeetingId,
                RecordingId = recording.Id,
                Kind = IncidentKind.NotMoved,
                At = now,
                OwnerId = recording.RecorderId,
            },
            "bot"
        );
    }
}
