using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingBot.Tests.Channels;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Expiry;

/// <summary>What leads on from a warning, in the chat: keep longer, delete now, ask the officer; and the officer's holds and answers.</summary>
public sealed class EndsTalkTests : IAsyncLifetime
{
    private readonly BotHouse house = new();
    private Talker teacher = null!;
    private Talker officer = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await house.InitializeAsync();
        (teacher, officer) = (await house.TalkerAsync("teacher"), await house.TalkerAsync("dpo"));
        await teacher.SayAsync("english");
        await officer.SayAsync("english");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task KeepLonger_WithADayAndAReason_Extends()
    {
        var id = await EndingAsync("Optics");
        var day = DateOnly.FromDateTime(house.Clock.GetUtcNow().AddDays(60).UtcDateTime);

        await teacher.SayAsync("keep longer");
        Assert.StartsWith("Until which day is Optics", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("soon");
        Assert.Contains("Until which day", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync($"until {day:O}");
        Assert.StartsWith("Why is it needed longer?", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("The re-examination is in May.");

        Assert.StartsWith("It is kept to the end of", teacher.Heard, StringComparison.Ordinal);
        var recording = await RecordingAsync(id);
        Assert.Equal("The re-examination is in May.", recording.ExtensionReason);
        Assert.Equal(day, DateOnly.FromDateTime(recording.ExtendedUntil!.Value.UtcDateTime));
    }

    [Fact]
    public async Task KeepLonger_BeyondTheCeiling_SaysWhyNot()
    {
        var id = await EndingAsync("Optics");

        await teacher.SayAsync("behåll längre");
        await teacher.SayAsync("2099-01-01");
        await teacher.SayAsync("The re-examination is in May.");

        Assert.Null((await RecordingAsync(id)).ExtendedUntil);
        Assert.DoesNotContain("It is kept", teacher.Heard, StringComparison.Ordinal);
        Assert.Null(teacher.Asked);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task DeleteNow_OnlyWithAYes_AsksForTheDeletion(string answer, bool asked)
    {
        await EndingAsync("Waves");
        var id = await EndingAsync("Optics");

        await teacher.SayAsync("delete now");
        Assert.Contains("Waves", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("optics");
        Assert.Equal(["Yes", "No"], teacher.Buttons);
        Assert.Null((await RecordingAsync(id)).DeletionAskedAt);
        await teacher.SayAsync(answer);

        Assert.Equal(asked, (await RecordingAsync(id)).DeletionAskedAt is not null);
    }

    /// <summary>What was chosen stays chosen: a title or a number in place of a yes or a day is not understood, and asks nobody anything.</summary>
    [Theory]
    [InlineData("delete now", "optics")]
    [InlineData("keep longer", "1")]
    public async Task Choice_GivenInPlaceOfAnAnswer_IsAskedAgain(string way, string instead)
    {
        var id = await EndingAsync("Optics");
        await teacher.SayAsync(way);
        var asked = teacher.Heard;

        await teacher.SayAsync(instead);

        Assert.EndsWith(asked, teacher.Heard, StringComparison.Ordinal);
        Assert.Empty(
            await house.ReadAsync(registry =>
                registry.Tasks.Where(row => row.RecordingId == id && row.Kind == TaskKind.EndQuestion).ToListAsync(Ct)
            )
        );
    }

    [Fact]
    public async Task Question_OnOneOfManyThatEnd_FindsItByAPartOfItsName()
    {
        for (var other = 0; other < 11; other++)
            await EndingAsync($"Other {other}");
        var id = await EndingAsync("Optics", daysAgo: 3);
        await teacher.SayAsync("ask the dpo");

        await teacher.SayAsync("opti");
        await teacher.SayAsync("May it stay?");

        Assert.Single(
            await house.ReadAsync(registry =>
                registry.Tasks.Where(row => row.RecordingId == id && row.Kind == TaskKind.EndQuestion).ToListAsync(Ct)
            )
        );
    }

    [Fact]
    public async Task DeleteNow_ConfirmedTooLate_IsAskedAgain()
    {
        var id = await EndingAsync("Optics");
        await teacher.SayAsync("delete now");
        house.Clock.SetTo(house.Clock.GetUtcNow().AddMinutes(11));

        await teacher.SayAsync("yes");
        Assert.Null((await RecordingAsync(id)).DeletionAskedAt);
        await teacher.SayAsync("yes");

        Assert.NotNull((await RecordingAsync(id)).DeletionAskedAt);
    }

    [Fact]
    public async Task DeleteNow_ByAnotherTeacherOfTheCourse_IsNotOffered()
    {
        await EndingAsync("Optics");
        var second = await house.TalkerAsync("teacher-2");
        await second.SayAsync("english");

        await second.SayAsync("delete now");

        Assert.StartsWith("There is no recording of yours", second.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_ToTheOfficer_IsAnsweredToWhoeverAsked()
    {
        var id = await EndingAsync("Optics");
        await teacher.SayAsync("ask the data protection officer");
        await teacher.SayAsync("May it stay until the re-examination?");
        Assert.StartsWith("The data protection officer has your question", teacher.Heard, StringComparison.Ordinal);
        await teacher.SayAsync("ask the dpo");
        await teacher.SayAsync("And another one?");
        Assert.Contains("open already", teacher.Heard, StringComparison.Ordinal);
        var task = await house.ReadAsync(registry =>
            registry.Tasks.SingleAsync(row => row.RecordingId == id && row.Kind == TaskKind.EndQuestion, Ct)
        );
        Assert.Equal((Role.Dpo, 0), (task.Role, task.Attempts));

        await officer.SayAsync("tasks");
        Assert.Contains("Questions", officer.Buttons);
        await officer.SayAsync("questions");
        Assert.Contains("May it stay until the re-examination?", officer.Heard, StringComparison.Ordinal);
        await officer.SayAsync("Yes, until the end of May.");

        Assert.StartsWith("Whoever asked has your answer", officer.Heard, StringComparison.Ordinal);
        var log = await teacher.LogAsync();
        Assert.Contains(
            log,
            line => line.Activity.Text?.Contains("The answer: Yes, until the end of May.", StringComparison.Ordinal) == true
        );
        Assert.NotNull((await house.ReadAsync(registry => registry.Tasks.SingleAsync(row => row.Id == task.Id, Ct))).ClosedAt);
    }

    [Fact]
    public async Task Hold_FoundByAPartOfItsName_IsPlacedAndLifted()
    {
        for (var other = 0; other < 11; other++)
            await EndingAsync($"Other {other}");
        var id = await EndingAsync("Optics", daysAgo: 3);
        var day = DateOnly.FromDateTime(house.Clock.GetUtcNow().AddDays(60).UtcDateTime);

        await officer.SayAsync("hold");
        Assert.DoesNotContain("Optics", officer.Heard, StringComparison.Ordinal);
        await officer.SayAsync("Optic");
        Assert.StartsWith("What is Optics", officer.Heard, StringComparison.Ordinal);
        await officer.SayAsync("A request for a public document");
        await officer.SayAsync("It is being answered.");
        await officer.SayAsync($"{day:O}");

        Assert.Contains("is held against deletion", officer.Heard, StringComparison.Ordinal);
        var held = await RecordingAsync(id);
        Assert.Equal(("public-document", "It is being answered.", day), (held.HoldKind, held.HoldReason, held.HoldReviewOn));
        await officer.SayAsync("lift hold");
        Assert.Null((await RecordingAsync(id)).HeldBy);
    }

    [Fact]
    public async Task Hold_ByATeacher_IsNotUnderstood()
    {
        await EndingAsync("Optics");

        await teacher.SayAsync("hold");

        Assert.Null(teacher.Asked);
        Assert.DoesNotContain("Optics", teacher.Heard, StringComparison.Ordinal);
    }

    private async Task<Guid> EndingAsync(string topic, int daysAgo = 0)
    {
        var person = await house.PersonAsync("teacher");
        var now = house.Clock.GetUtcNow();
        return await house.ReadAsync(async registry =>
        {
            var recording = new RecordingBot.Recordings.RecordingRow
            {
                Id = Guid.NewGuid(),
                Topic = topic,
                CourseId = "101",
                RecorderId = person.Id,
                State = RecordingState.Registered,
                EndsAt = now.AddDays(20),
                EndReason = EndReason.CourseCloses,
                RecordedAt = now.AddDays(-daysAgo),
                CreatedAt = now.AddDays(-daysAgo),
                NextCheckAt = now.AddDays(20),
            };
            registry.Recordings.Add(recording);
            await registry.SaveChangesAsync(Ct);
            return recording.Id;
        });
    }

    private Task<RecordingBot.Recordings.RecordingRow> RecordingAsync(Guid id) =>
        house.ReadAsync(registry => registry.Recordings.AsNoTracking().SingleAsync(row => row.Id == id, Ct));
}
