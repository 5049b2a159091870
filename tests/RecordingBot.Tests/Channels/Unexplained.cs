using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Channels;

/// <summary>A recording that was found and belongs to no decision, with its task.</summary>
internal static class Unexplained
{
    public static Task<Guid> AddAsync(BotHouse house, Guid? meetingId, Guid? recorder, string topic, string? folder = null) =>
        house.WithAsync(async services =>
        {
            var (registry, ct) = (services.GetRequiredService<RegistryContext>(), TestContext.Current.CancellationToken);
            var now = house.Clock.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            registry.Recordings.Add(
                new()
                {
                    Id = id,
                    MeetingId = meetingId,
                    RecorderId = recorder,
                    Topic = topic,
                    Folder = folder,
                    State = RecordingState.Registered,
                    Unexplained = true,
                    RecordedAt = now,
                    NextCheckAt = now.AddDays(1),
                    CreatedAt = now,
                }
            );
            await services
                .GetRequiredService<Registrar>()
                .OpenTaskAsync(TaskKind.Unexplained, Subject.Recording(id), Role.Teacher, recorder, "justify delete", ct, topic);
            await registry.SaveChangesAsync(ct);
            return id;
        });
}
