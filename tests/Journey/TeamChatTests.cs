using System.Text.Json;
using Journey.Faults;

namespace Journey;

/// <summary>A teacher who talks to the bot in Zoom Team Chat and nowhere else.</summary>
public sealed class TeamChatTests(FaultCampus campus) : IClassFixture<FaultCampus>
{
    private const string Settled = "That question is settled already, so nothing was changed.";

    [Fact]
    public async Task Meeting_DecidedInTeamChat_IsDecidedOnceHoweverOftenAndLateIsPressed()
    {
        var lecture = await Lecture.PlanAsync(campus.Doors, campus.Recordings);
        await campus.Doors.UntilAsync("the meeting", async () => await lecture.MeetingAsync() is not null);
        var talk = new TeamChatTalk(campus.Doors);

        await talk.SayAsync("record", "Which meeting is it?");
        await talk.ChooseAsync(lecture.Topic, "What is the recording for?");
        await talk.SayAsync("Students repeat the derivations.", "Your own judgement as teacher");
        var necessity = talk.Last;
        await talk.ChooseAsync("No", "Why is the recording needed?");
        // Pressed once more it says nothing new; the other button comes too late, and the question that waits is asked again.
        await talk.PressAsync(necessity, "No");
        await talk.PressAsync(necessity, "Yes");
        await talk.UntilHeardAsync(Settled);
        await talk.UntilHeardAsync("Why is the recording needed?");
        await talk.SayAsync("They are not in the book.", "Which legal basis");
        await talk.ChooseAsync("public interest", "Who takes part");
        await talk.SayAsync("students", "Will the meeting contain sensitive");
        await talk.SayAsync("none", "May the participants keep their camera off?");
        await talk.ChooseAsync("Yes", "May the participants keep their microphone off");
        await talk.ChooseAsync("Yes", "Where will the recording be stored?");
        await talk.ChooseAsync("computer", "Where will the recording be published?");
        await talk.ChooseAsync("Canvas", "How long will the recording be there?");
        await talk.ChooseAsync("course", "These are your answers");
        var review = talk.Last;

        await campus.Doors.ZoomSandboxAsync("POST /faults", new { fault = "webhooks-doubled", times = 1 });
        await talk.ChooseAsync("Decide", "Decision:");
        await talk.PressAsync(review, "Decide");
        await talk.PressAsync(review, "Cancel");
        await talk.UntilHeardAsync(Settled);

        Assert.Equal(1, await talk.CountAsync("Decision:"));
        Assert.Equal("approved", (await DecisionAsync(lecture)).GetProperty("outcome").GetString());
        await lecture.UntilRightAsync("given");
        Assert.True(await campus.Doors.MayRecordAsync());
    }

    private static async Task<JsonElement> DecisionAsync(Lecture lecture) => (await lecture.MeetingAsync())!.Value.GetProperty("decision");
}
