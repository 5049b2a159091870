using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Publication;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Channels;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>A recording that doesn't fit is settled in the chat like anywhere else.</summary>
public sealed class NoRoomTalkTests : IAsyncLifetime
{
    private readonly BotHouse house = new();
    private Talker teacher = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await house.InitializeAsync();
        teacher = await house.TalkerAsync("teacher");
        await teacher.SayAsync("english");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData("try again", true)]
    [InlineData("Försök igen!", true)]
    [InlineData("keep it unpublished", false)]
    [InlineData("Låt den vara opublicerad", false)]
    public async Task Answer_ToTheOnlyOne_IsTaken(string words, bool wanted)
    {
        var id = await RoomlessAsync("Too large");

        await teacher.SayAsync(words);

        var row = await RecordingAsync(id);
        Assert.Equal((wanted, null), (row.PublicationWanted, row.PublicationWaitsUntil));
    }

    [Fact]
    public async Task Answer_ToSeveral_AsksWhich()
    {
        var (first, second) = (await RoomlessAsync("One"), await RoomlessAsync("Two"));

        await teacher.SayAsync("keep it unpublished");
        Assert.Contains("2. Two", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("2");

        Assert.Equal((true, false), ((await RecordingAsync(first)).PublicationWanted, (await RecordingAsync(second)).PublicationWanted));
    }

    [Fact]
    public async Task Tasks_WithOneThatDoesNotFit_OfferTheAnswers()
    {
        await RoomlessAsync("Too large");

        await teacher.SayAsync("tasks");

        Assert.Contains("3 MB", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TryAgain_WhereNothingWaits_SaysSo()
    {
        await teacher.SayAsync("try again");

        Assert.StartsWith("No recording waits for room", teacher.Heard, StringComparison.Ordinal);
    }

    private Task<RecordingRow> RecordingAsync(Guid id) =>
        house.ReadAsync(registry => registry.Recordings.AsNoTracking().SingleAsync(row => row.Id == id, Ct));

    private async Task<Guid> RoomlessAsync(string topic)
    {
        var recorder = (await house.PersonAsync("teacher")).Id;
        return await house.WithAsync(async services =>
        {
            var registry = services.GetRequiredService<RegistryContext>();
            var now = house.Clock.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            registry.Recordings.Add(
                new()
                {
                    Id = id,
                    RecorderId = recorder,
                    Topic = topic,
                    State = RecordingState.Registered,
                    PublicationWanted = true,
                    PublicationWait = PublicationWait.Room,
                    PublicationWaitsUntil = now.AddDays(1),
                    RecordedAt = now,
                    NextCheckAt = now.AddDays(1),
                    CreatedAt = now,
                }
            );
            await services
                .GetRequiredService<Registrar>()
                .OpenTaskAsync(
                    TaskKind.NoRoom,
                    Subject.Recording(id),
                    Role.Teacher,
                    recorder,
                    Roomless.Answers,
                    Ct,
                    topic,
                    "Physics",
                    "course 2000001"
                );
            await registry.SaveChangesAsync(Ct);
            return id;
        });
    }
}
