using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Channels.TeamChat;

/// <summary>The same bot, and the same conversation, in Zoom Team Chat.</summary>
public sealed class TeamChatTests : CampusTests
{
    // Somebody whom Zoom knows, and nobody here.
    public TeamChatTests()
        : base("--People:4:ZoomUserId=") { }

    [Fact]
    public async Task Bot_AddedByATeacher_GreetsThereAndInTheWebChatOnce()
    {
        await Campus.Zoom.AddBotAsync();
        await Campus.SettleAsync();
        await Campus.Zoom.AddBotAsync();
        await Campus.SettleAsync();

        var greeting = Assert.Single(await Campus.Zoom.HeardAsync());
        Assert.Contains("Record", greeting.Choices);
        Assert.Equal(1, await SaidAsync(row => row.ActivityId.Length > 0));
    }

    [Fact]
    public async Task Button_OfTheGreeting_SaysWhatItSays()
    {
        await Campus.PlanAsync("To be recorded");
        await HearAsync(() => Campus.Zoom.AddBotAsync());

        var heard = await HearAsync(() => Campus.Zoom.ChooseAsync("Record"));

        Assert.StartsWith("Which meeting is it?", Assert.Single(heard).Text, StringComparison.Ordinal);
        Assert.Contains(heard[0].Choices, choice => choice.StartsWith("To be recorded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_DeliveredTwice_IsActedOnOnce()
    {
        await HearAsync(() => Campus.Zoom.AddBotAsync());
        await Campus.Zoom.BreakAsync("webhooks-doubled", 1);

        var heard = await HearAsync(() => Campus.Zoom.SayAsync("help"));

        Assert.Single(heard);
        Assert.Equal(1, await SaidAsync(row => row.ClientActivityId != null && row.ClientActivityId.StartsWith("user:zoom:")));
    }

    [Fact]
    public async Task Button_PressedTwice_IsAnsweredOnceAndLateItIsSettled()
    {
        await Campus.PlanAsync("One");
        await Campus.PlanAsync("Two", inMinutes: 200);
        await HearAsync(() => Campus.Zoom.SayAsync("record"));
        var question = (await Campus.Zoom.HeardAsync())[^1];

        var once = await HearAsync(() => Campus.Zoom.ChooseAsync(question.Choices[0], question.Id));
        var twice = await HearAsync(() => Campus.Zoom.ChooseAsync(question.Choices[0], question.Id));
        var late = await HearAsync(() => Campus.Zoom.ChooseAsync(question.Choices[1], question.Id));

        Assert.Contains("What is the recording for?", Assert.Single(once).Text, StringComparison.Ordinal);
        Assert.Empty(twice);
        Assert.Equal(["That question is settled already, so nothing was changed.", once[0].Text], late.Select(line => line.Text));
    }

    [Fact]
    public async Task Person_WhoIsLinkedToNobody_IsToldHowToSignInAndAnOperatorIsAsked()
    {
        await Campus.Zoom.SayAsync("recordings", "teacher-2");
        await Campus.SettleAsync();

        var told = Assert.Single(await Campus.Zoom.HeardAsync("teacher-2"));
        Assert.Contains("Logga in på http", told.Text, StringComparison.Ordinal);
        Assert.Contains("Sign in at http", told.Text, StringComparison.Ordinal);
        Assert.Empty(told.Choices);
        Assert.True(
            await Campus.ReadAsync(registry =>
                registry.Tasks.AnyAsync(task => task.Kind == TaskKind.Unmapped && task.Subject == Subject.ZoomUser("zoom-teacher-2"), Ct)
            )
        );
        Assert.Equal(0, await Campus.ReadAsync(registry => registry.TeamChats.CountAsync(Ct)));
    }

    [Fact]
    public async Task WhatIsSaidUnasked_IsSaidThereTooOnceThePersonHasBeenThere()
    {
        await TellAsync("before");
        await HearAsync(() => Campus.Zoom.AddBotAsync());

        await Campus.Zoom.BreakAsync("api-500", 1_000);
        await HearAsync(() => TellAsync("after"));
        await Campus.Zoom.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(
            ["The right to record after has ended."],
            (await Campus.Zoom.HeardAsync())
                .Select(line => line.Text.Split('\n')[^1])
                .Where(text => text.StartsWith("The right", StringComparison.Ordinal))
        );
    }

    /// <summary>Not sent while Zoom was away, and ended meanwhile: nothing is left to be sent, and nobody waits for it.</summary>
    [Fact]
    public async Task WhatIsSaidUnasked_AndHasEnded_IsNotWaitedFor()
    {
        await HearAsync(() => Campus.Zoom.AddBotAsync());
        await Campus.Zoom.BreakAsync("api-500", 1_000);
        await HearAsync(() => TellAsync("ended"));
        await Campus.ReadAsync(registry => registry.ConversationActivities.ExecuteDeleteAsync(Ct));
        await Campus.Zoom.MendAsync();

        Assert.Empty(await HearAsync(() => Campus.AdvanceAsync(TimeSpan.FromMinutes(2))));
        Assert.Single(await HearAsync(() => TellAsync("new")));
    }

    [Fact]
    public async Task WhatIsAskedInTheWebChat_IsAnsweredThere()
    {
        await HearAsync(() => Campus.Zoom.AddBotAsync());
        var user = DirectLineUsers.Of(await TeacherAsync());

        var heard = await HearAsync(() =>
            Campus.WithAsync(async services =>
            {
                await services.GetRequiredService<BotConnector.DirectLine.DirectLineTalk>().SayAsync(user, "help", "page:1", Ct);
                return true;
            })
        );

        Assert.Empty(heard);
    }

    [Fact]
    public async Task App_RemovedByTheAccount_IsSilentUntilSomebodyWrites()
    {
        await HearAsync(() => Campus.Zoom.AddBotAsync());
        await Campus.DeliverChatAsync(
            """{"event":"app_deauthorized","payload":{"account_id":"campus-account","user_id":"zoom-admin","client_id":"campus-chatbot"}}"""
        );
        await Campus.SettleAsync();

        Assert.Empty(await HearAsync(() => TellAsync("meanwhile")));
        Assert.Single(await HearAsync(() => Campus.Zoom.SayAsync("help")));
    }

    [Fact]
    public async Task Chatbot_ThatIsNotSetUp_HasNoDoorAndSaysNothing()
    {
        await HearAsync(() => Campus.Zoom.AddBotAsync());
        await Campus.RestartBotAsync(
            "--Zoom:Chatbot:ClientId=",
            "--Zoom:Chatbot:ClientSecret=",
            "--Zoom:Chatbot:RobotJid=",
            "--Zoom:Chatbot:SecretToken="
        );

        Assert.Equal(HttpStatusCode.NotFound, (await Campus.DeliverChatAsync(Chatting.Said("help"))).Status);
        Assert.Empty(await HearAsync(() => TellAsync("meanwhile")));
    }

    [Fact]
    public async Task Event_ThatComesTooLate_IsNotActedOnAndSaidSo()
    {
        await HearAsync(() => Campus.Zoom.AddBotAsync());

        var heard = await HearAsync(() => Campus.DeliverChatAsync(Chatting.Said("help"), TimeSpan.FromMinutes(30)));

        Assert.Contains("Your message reached me too late", Assert.Single(heard).Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<(string Id, string Text, string[] Choices)>> HearAsync(Func<Task> act)
    {
        var before = (await Campus.Zoom.HeardAsync()).Count;
        await act();
        await Campus.SettleAsync();
        return [.. (await Campus.Zoom.HeardAsync()).Skip(before)];
    }

    private async Task<PersonRow> TeacherAsync() =>
        (await Campus.WithAsync(services => services.GetRequiredService<People>().FindByAccountAsync("teacher", Ct)))!;

    private async Task TellAsync(string topic)
    {
        var teacher = await TeacherAsync();
        Assert.True(
            await Campus.WithAsync(services =>
                services.GetRequiredService<Messenger>().TellAsync(teacher.Id, ChatText.Of("RightTaken", topic), Ct)
            )
        );
    }

    private Task<int> SaidAsync(System.Linq.Expressions.Expression<Func<ConversationActivityRow, bool>> which) =>
        Campus.ReadAsync(registry => registry.ConversationActivities.CountAsync(which, Ct));
}
