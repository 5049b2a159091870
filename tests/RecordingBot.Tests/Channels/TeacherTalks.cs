using RecordingBot.Meetings;
using RecordingBot.Tests.Decisions;

namespace RecordingBot.Tests.Channels;

/// <summary>Tests of what a teacher says to the bot, in English unless a test says otherwise.</summary>
public abstract class TeacherTalks : IAsyncLifetime
{
    protected BotHouse House { get; } = new();
    protected Talker Teacher { get; private set; } = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await House.InitializeAsync();
        Teacher = await House.TalkerAsync("teacher");
        await Teacher.SayAsync("english");
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A lecture of the teacher's in a course of its own that may be recorded.</summary>
    protected async Task<MeetingRow> DecidedAsync(string topic, int days = 1)
    {
        var course = await House.NewCourseAsync();
        var meeting = await House.PlanAsync(topic, course, days: days);
        await House.DecideAsync(meeting.Id, Requests.Normal(course));
        return meeting;
    }
}
