using System.Net;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Publication;

/// <summary>Never into a course that others are made of, and out of one that becomes so.</summary>
public sealed class ModelCourseTests : CampusTests
{
    public static TheoryData<string> Models => ["blueprint", "template"];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Publish_IntoACourseThatOthersAreMadeOf_IsRefusedInASentence(string field)
    {
        var id = await Campus.RecordedAsync();
        await Campus.Canvas.ChangeCourseAsync(field, "true");

        var answer = await Campus.Bot.PutAsync("teacher", $"/recordings/{id}/publication");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Other courses are made of this course", answer.Text, StringComparison.Ordinal);
        Assert.False((await Campus.RecordingAsync(id)).PublicationWanted);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Published_WhereOthersAreMadeOfTheCourseFromNowOn_IsTakenBackUntilTheyAreNoMore(string field)
    {
        var id = await Campus.PublishedAsync();
        var file = Assert.Single(await Campus.Canvas.AvailableAsync());

        await Campus.Canvas.ChangeCourseAsync(field, "true");
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Unpublished, (await Campus.RecordingAsync(id)).State);
        Assert.False(await Campus.Canvas.StudentOpensAsync(file.Id));
        Assert.Empty(await Campus.Canvas.ModuleItemsAsync());
        Assert.Equal(1, await Campus.CountToldAsync("teacher", "TakenBack"));

        await Campus.Canvas.ChangeCourseAsync(field, "false");
        await Campus.SettleAsync();

        Assert.Equal(RecordingState.Published, (await Campus.RecordingAsync(id)).State);
    }
}
