using CanvasConnector.Announcements;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Announcements;

public sealed class AnnouncementTests
{
    private const string Topics = "/api/v1/courses/101/discussion_topics";
    private const string Topic = Topics + "/55";
    private const string Shown =
        """{"id":"55","title":"Recorded","message":"<p>Why</p>","delayed_post_at":"2027-01-20T07:00:00Z","is_announcement":true}""";
    private const string Gone = """{"errors":[{"message":"The specified resource does not exist."}]}""";
    private static readonly CanvasId<Course> Course = new("101");
    private static readonly CanvasId<Announcement> Id = new("55");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_ForLater_SendsTheMomentAndReadsBack()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("POST " + Topics, """{"id":55}""").On("GET " + Topic, Shown).Client();
        var later = new DateTimeOffset(2027, 1, 20, 8, 0, 0, 999, TimeSpan.FromHours(1));

        var made = await client.Announcements.CreateAsync(Course, "Recorded", "<p>Why & how</p>", later, Ct);

        Assert.Equal((Id, "Recorded", "<p>Why</p>"), (made.Id, made.Title, made.Message));
        Assert.Equal((new DateTimeOffset(2027, 1, 20, 7, 0, 0, TimeSpan.Zero), null), (made.DelayedPostAt, made.PostedAt));
        Assert.Equal(
            "title=Recorded&message=%3Cp%3EWhy%20%26%20how%3C%2Fp%3E&is_announcement=true&delayed_post_at=2027-01-20T07%3A00%3A00Z",
            canvas.Seen.First().Body,
            ignoreCase: true
        );
    }

    [Fact]
    public async Task Create_AtOnce_NamesNoMoment()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("POST " + Topics, """{"id":55}""").On("GET " + Topic, Shown).Client();

        await client.Announcements.CreateAsync(Course, "Recorded", "<p>Why</p>", ct: Ct);

        Assert.DoesNotContain("delayed", canvas.Seen.First().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_NobodyKnowsWhetherItIsThere_IsNotRepeated()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("POST " + Topics, 502, "text/html", "<html></html>").Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Announcements.CreateAsync(Course, "A", "B", ct: Ct));

        Assert.Equal(CanvasErrorKind.Unavailable, fault.Kind);
        Assert.Single(canvas.Seen);
    }

    [Fact]
    public async Task Find_DiscussionOfThatId_IsNeverTakenForAnAnnouncement()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        const string discussion = """{"id":"55","title":"Recorded","is_announcement":false}""";
        using var client = canvas.On("GET " + Topic, discussion).On("GET " + Topic, discussion).Client();

        var found = await Assert.ThrowsAsync<CanvasException>(() => client.Announcements.FindAsync(Course, Id, Ct));
        var deleted = await Assert.ThrowsAsync<CanvasException>(() => client.Announcements.DeleteAsync(Course, Id, Ct));

        Assert.Equal((CanvasErrorKind.Protocol, CanvasErrorKind.Protocol), (found.Kind, deleted.Kind));
        Assert.DoesNotContain(canvas.Seen, seen => seen.Request.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_Announcements_AsksForThemAlone()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET " + Topics, $"[{Shown}]").Client();

        var all = new List<Announcement>();
        await foreach (var one in client.Announcements.ListAsync(Course, Ct))
            all.Add(one);

        Assert.Equal(Id, Assert.Single(all).Id);
        Assert.Contains("only_announcements=true", canvas.Seen.Single().Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_ThenAgain_IsGoneBothTimes()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On("GET " + Topic, Shown).On("DELETE " + Topic, """{"discussion_topic":{"id":"55","workflow_state":"deleted"}}""");
        using var client = canvas.On("GET " + Topic, Gone, 404).On("GET " + Topic, Gone, 404).Client();

        Assert.Equal(Removal.Removed, await client.Announcements.DeleteAsync(Course, Id, Ct));
        Assert.Equal(Removal.AlreadyGone, await client.Announcements.DeleteAsync(Course, Id, Ct));
        Assert.Equal(4, canvas.Seen.Count);
    }

    [Fact]
    public async Task Delete_SomebodyWasFaster_IsAlreadyGone()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On("GET " + Topic, Shown).On("DELETE " + Topic, Gone, 404).On("GET " + Topic, Gone, 404);
        using var client = canvas.Client();

        Assert.Equal(Removal.AlreadyGone, await client.Announcements.DeleteAsync(Course, Id, Ct));
    }

    [Fact]
    public async Task Delete_StillThereAfterwards_IsNotBelieved()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET " + Topic, Shown).On("DELETE " + Topic, "{}").On("GET " + Topic, Shown).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Announcements.DeleteAsync(Course, Id, Ct));

        Assert.Equal((CanvasErrorKind.Protocol, "DELETE"), (fault.Kind, fault.Method));
    }

    [Fact]
    public async Task Delete_MissingPageOfSomeProxy_IsNoAbsence()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET " + Topic, 404, "text/html", "<html></html>").Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Announcements.DeleteAsync(Course, Id, Ct));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }
}
