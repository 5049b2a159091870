using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingBot.Tests.Channels;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Rights;

/// <summary>A withdrawn consent is settled in the chat like anywhere else.</summary>
public sealed class WithdrawalTalkTests : TeacherTalks
{
    [Theory]
    [InlineData("part removed")]
    [InlineData("Delen är borttagen.")]
    public async Task PartRemoved_SaidOfTheOnlyOne_SettlesIt(string words)
    {
        var id = await WithdrawnAsync("Withdrawn");

        await Teacher.SayAsync(words);

        Assert.Contains("may be shown again", Teacher.Heard, StringComparison.Ordinal);
        Assert.False(await RestrictedAsync(id));
    }

    [Fact]
    public async Task PartRemoved_OfSeveral_AsksWhich()
    {
        var first = await WithdrawnAsync("One");
        var second = await WithdrawnAsync("Two");

        await Teacher.SayAsync("part removed");
        Assert.Contains("2. Two", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync("2");

        Assert.Equal((true, false), (await RestrictedAsync(first), await RestrictedAsync(second)));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task DeleteRecording_AsksOnceMore(string said, bool deletes)
    {
        var id = await WithdrawnAsync("To delete");

        await Teacher.SayAsync("delete recording");
        Assert.Contains("Do you want to delete To delete", Teacher.Heard, StringComparison.Ordinal);
        await Teacher.SayAsync(said);

        var asked = await House.ReadAsync(registry =>
            registry.Recordings.Where(row => row.Id == id).Select(row => row.DeletionAskedAt).SingleAsync(Ct)
        );
        Assert.Equal(deletes, asked is not null);
    }

    [Fact]
    public async Task PartRemoved_WhereNothingWasWithdrawn_SaysSo()
    {
        await Teacher.SayAsync("part removed");

        Assert.StartsWith("There is no recording whose consent was withdrawn", Teacher.Heard, StringComparison.Ordinal);
    }

    private Task<bool> RestrictedAsync(Guid id) =>
        House.ReadAsync(registry => registry.Recordings.Where(row => row.Id == id).Select(row => row.Restricted).SingleAsync(Ct));

    private async Task<Guid> WithdrawnAsync(string topic)
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
                    State = RecordingState.Unpublished,
                    Restricted = true,
                    RecordedAt = now,
                    NextCheckAt = now.AddDays(1),
                    CreatedAt = now,
                }
            );
            await services
                .GetRequiredService<Registrar>()
                .OpenTaskAsync(TaskKind.Withdrawal, Subject.Recording(id), Role.Dpo, recorder, Withdrawals.Answers, Ct, topic);
            await registry.SaveChangesAsync(Ct);
            return id;
        });
    }
}
