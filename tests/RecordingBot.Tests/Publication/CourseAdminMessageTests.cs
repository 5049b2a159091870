using Microsoft.EntityFrameworkCore;
using RecordingBot.Publication;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>The course admins hear of a course's first recording: each once, whatever breaks off.</summary>
public sealed class CourseAdminMessageTests : CampusTests
{
    [Fact]
    public async Task FirstRecording_OfACourse_IsToldToTheCourseAdminsOnce()
    {
        await Campus.PublishedAsync("The first");
        await Campus.PublishedAsync("The second");
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));

        var told = Assert.Single(await Campus.Canvas.InboxAsync("course-admin"));
        Assert.Contains("(101)", told.GetProperty("subject").GetString(), StringComparison.Ordinal);
        var text = told.GetProperty("last_message").GetString()!;
        Assert.Contains("Kursen", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_WhoseAnswerWasLost_IsNotSentAgain()
    {
        var id = await Campus.PublishedAsync();
        // As after a crash: it was about to be sent, and whether it was is not known.
        await Campus.ReadAsync(registry =>
            registry.CoursePlaces.ExecuteUpdateAsync(set => set.SetProperty(row => row.AdminsToldAt, (DateTimeOffset?)null), Ct)
        );
        await Campus.WakeAsync(id);

        Assert.Single(await Campus.Canvas.InboxAsync("course-admin"));
        Assert.NotNull((await PlacesAsync()).AdminsToldAt);
    }

    [Fact]
    public async Task Message_WhoseCallNeverArrived_IsSentAfterwards()
    {
        var id = await Campus.RecordedAsync();
        await Campus.AskToPublishAsync(id);
        await Campus.Canvas.BreakAsync("status-500", "/conversations$", "POST");
        await Campus.SettleAsync();
        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
        Assert.Empty(await Campus.Canvas.InboxAsync("course-admin"));

        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Single(await Campus.Canvas.InboxAsync("course-admin"));
    }

    private Task<CoursePlacesRow> PlacesAsync() => Campus.ReadAsync(registry => registry.CoursePlaces.AsNoTracking().SingleAsync(Ct));
}
