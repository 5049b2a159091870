using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Notices;
using RecordingBot.Registry;
using RecordingBot.Tests.Api;
using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.Notices;

/// <summary>"I have pasted it" in the chat, in both languages.</summary>
public sealed class PasteTalkTests : TeacherTalks
{
    [Theory]
    [InlineData("I have pasted it")]
    [InlineData("Jag har klistrat in den.")]
    public async Task Pasted_InTheOnlyMeeting_IsNoted(string words)
    {
        var meeting = await AskedAsync("Optics");

        await Teacher.SayAsync(words);

        Assert.Contains("the chat of the meeting Optics", Teacher.Heard, StringComparison.Ordinal);
        Assert.Equal([meeting], await PastedAsync());
    }

    [Fact]
    public async Task Pasted_WhereTwoMeetingsAsk_AsksWhich()
    {
        await AskedAsync("Optics");
        var second = await AskedAsync("Waves");

        await Teacher.SayAsync("pasted");
        Assert.Contains("In which meeting?", Teacher.Heard, StringComparison.Ordinal);
        Assert.Empty(await PastedAsync());
        await Teacher.SayAsync("Waves");

        Assert.Equal([second], await PastedAsync());
    }

    [Fact]
    public async Task Pasted_WhereNothingIsAsked_SaysSo()
    {
        await Teacher.SayAsync("pasted");

        Assert.Equal("There is nothing to paste just now.", Teacher.Heard);
    }

    private Task<List<Guid>> PastedAsync() =>
        House.ReadAsync(registry =>
            registry.NoticePosts.Where(post => post.Channel == NoticeChannel.HostPasted).Select(post => post.MeetingId).ToListAsync(Ct)
        );

    private async Task<Guid> AskedAsync(string topic)
    {
        var host = await House.PersonAsync("teacher");
        return await House.WithAsync(async services =>
        {
            var (registry, now) = (services.GetRequiredService<RegistryContext>(), House.Clock.GetUtcNow());
            var (id, decision) = await Sample.DecideAsync(registry, host, topic, now);
            await registry.SaveChangesAsync(Ct);
            var meeting = await registry.Meetings.SingleAsync(row => row.Id == id, Ct);
            meeting.EndedAt = null;
            var notice = Guid.CreateVersion7(now);
            registry.Notices.Add(
                new()
                {
                    Id = notice,
                    MeetingId = id,
                    DecisionId = decision,
                    Version = 1,
                    TokenHash = notice.ToString(),
                    Content = "{}",
                    Text = "Information",
                    Message = "Information",
                    Sha256 = Sample.Sha256,
                    PublishedAt = now,
                }
            );
            await services
                .GetRequiredService<PasteRequest>()
                .AskAsync(meeting, registry.Notices.Local.Single(row => row.Id == notice), again: false, Ct);
            await registry.SaveChangesAsync(Ct);
            return id;
        });
    }
}
