using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Publication;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingBot.Tests.Channels;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>A recording that doesn't fit is settled in the chat like anywhere else.</summary>
public sealed class NoRoomTalkTests : TeacherTalks
{
    [Theory]
    [InlineData("try again", true)]
    [InlineData("Försök igen!", true)]
    [InlineData("keep it unpublished", false)]
    [InlineData("Låt den vara opublicerad", false)]
    public async Task Answer_ToTheOnlyOne_IsTaken(string words, bool wanted)
    {
        var id = await RoomlessAsync("Too large");

        await Teacher.SayAsync(words);

        var row = await RecordingAsync(id);
        Assert.Equal((wanted, null), (row.PublicationWanted, row.PublicationWaitsUntil));
    }

    [Fact]
    public async Task Answer_ToSeveral_AsksWhich()
    {
        var (first, second) = (await RoomlessAsync("One"), await RoomlessAsync("Two"));

        await Teacher.SayAsync("keep it unpublished");
        Assert.Contains("2. Two", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync("2");

        Assert.Equal((true, false), ((await RecordingAsync(first)).PublicationWanted, (await RecordingAsync(second)).PublicationWanted));
    }

    [Fact]
    public async Task Tasks_WithOneThatDoesNotFit_OfferTheAnswers()
    {
        await RoomlessAsync("Too large");

        await Teacher.SayAsync("tasks");

        Assert.Contains("3 MB", Teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TryAgain_WhereNothingWaits_SaysSo()
    {
        await Teacher.SayAsync("try again");

        Assert.StartsWith("No recording waits for room", Teacher.Heard, StringComparison.Ordinal);
    }

    private Task<RecordingRow> RecordingAsync(Guid id) =>
        House.ReadAsync(registry => registry.Recordings.AsNoTracking().SingleAsync(row => row.Id == id, Ct));

    private async Task<Guid> RoomlessAsync(string topic)
    {
        var recorder = (await House.PersonAsync("teacher")).Id;
        return await House.WithAsync(async services =>
        {
            var registry = services.GetRequiredService<RegistryContext>();
            var now = House.Clock.GetUtcNow();
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
