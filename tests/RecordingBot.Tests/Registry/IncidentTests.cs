using System.Net;
using RecordingBot.Registry;
using RecordingBot.Tests.Admin;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Registry;

/// <summary>Every slip is shown to the data protection officer, with what was done, and closed with a reason.</summary>
public sealed class IncidentTests : CampusTests
{
    [Fact]
    public async Task Incidents_OverHttp_AreListedAndClosedWithAReason()
    {
        var open = await SlippedAsync();

        var listed = (await Campus.Bot.GetAsync("dpo", "/incidents?state=open")).Must().Items;
        var one = Assert.Single(listed);
        Assert.Equal(
            (open, "cloud-recording", "Teacher", "stopped"),
            (
                one.GetProperty("id").GetGuid(),
                one.GetProperty("kind").GetString(),
                one.GetProperty("responsible").GetString(),
                one.GetProperty("done").GetString()
            )
        );

        var unsaid = await Campus.Bot.PostAsync("dpo", $"/incidents/{open}/close", new { reason = " " });
        var closed = await Campus.Bot.PostAsync("dpo", $"/incidents/{open}/close", new { reason = "Deleted, and talked to the host." });
        var again = await Campus.Bot.PostAsync("dpo", $"/incidents/{open}/close", new { reason = "Deleted, and talked to the host." });
        var otherwise = await Campus.Bot.PostAsync("dpo", $"/incidents/{open}/close", new { reason = "Something else." });
        var unknown = await Campus.Bot.PostAsync("dpo", $"/incidents/{Guid.NewGuid()}/close", new { reason = "Which?" });

        Assert.Equal(
            [
                HttpStatusCode.BadRequest,
                HttpStatusCode.NoContent,
                HttpStatusCode.NoContent,
                HttpStatusCode.Conflict,
                HttpStatusCode.NotFound,
            ],
            new[] { unsaid, closed, again, otherwise, unknown }.Select(answer => answer.Status)
        );
        Assert.Empty((await Campus.Bot.GetAsync("dpo", "/incidents?state=open")).Items);
        var said = Assert.Single((await Campus.Bot.GetAsync("dpo", "/incidents?state=closed")).Items).GetProperty("said").GetString();
        Assert.Equal("Deleted, and talked to the host.", said);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("course-admin")]
    public async Task Incidents_ForAnybodyElse_AreNotShown(string account)
    {
        var open = await SlippedAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await Campus.Bot.GetAsync(account, "/incidents")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Campus.Bot.PostAsync(account, $"/incidents/{open}/close", new { reason = "Mine." })).Status
        );
    }

    [Fact]
    public async Task Incidents_WithAStateThatIsNone_AreRefused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Campus.Bot.GetAsync("dpo", "/incidents?state=ajar")).Status);

    [Theory]
    [InlineData("en", "Recorded in Zoom's cloud without a decision", "The recording was stopped, and the host was told why")]
    [InlineData("sv", "Inspelningen stoppades, och värden fick veta varför", "Ansvarig")]
    public async Task Page_OfIncidents_TellsWhatWasDoneAndClosesThem(string language, string what, string more)
    {
        var open = await SlippedAsync();
        using var dpo = await Campus.AtBrowserAsync("dpo", language);

        var page = await dpo.ReadAsync("/incidents");
        Assert.Contains(what, page, StringComparison.Ordinal);
        Assert.Contains(more, page, StringComparison.Ordinal);
        using var unsaid = await dpo.PostFormAsync("/incidents", "", [new("incident", $"{open}")], action: "/incidents");
        Assert.Contains("role=\"alert\"", await unsaid.SeenAsync(), StringComparison.Ordinal);
        using var closed = await dpo.PostFormAsync(
            "/incidents",
            "",
            [new("incident", $"{open}"), new("reason", "Deleted <all> of it")],
            action: "/incidents"
        );

        Assert.Equal("/incidents?done=true", closed.Headers.Location?.ToString());
        Assert.DoesNotContain(what, await dpo.ReadAsync("/incidents"), StringComparison.Ordinal);
        Assert.Contains("Deleted &lt;all&gt; of it", await dpo.ReadAsync("/incidents?state=closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_OfADecision_CountsTheIncidentsOfItsMeeting()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.DecidedAsync("Another lecture");
        await RecordInCloudAsync(lecture);

        var counted = (await Campus.Bot.GetAsync("dpo", "/register"))
            .Must()
            .Items.Select(entry => entry.GetProperty("incidents").GetInt32());

        Assert.Equal([0, 1], counted.Order());
    }

    [Fact]
    public async Task Incident_OfAnAccount_LosesItsPeopleWhenTheirTimeIsOver()
    {
        await Campus.SettleAsync();
        await Campus.Zoom.SetByHandAsync("teacher", new { local = true });
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.NotNull(Assert.Single(await Campus.IncidentsAsync(IncidentKind.SettingChanged)).HostId);

        await Campus.AdvanceAsync(TimeSpan.FromDays(200));

        var kept = Assert.Single(await Campus.IncidentsAsync(IncidentKind.SettingChanged));
        Assert.Equal((null, null, "put-right"), (kept.HostId, kept.OwnerId, kept.Done));
    }

    /// <summary>A recording in the cloud was begun without an approval, and stopped.</summary>
    private async Task<Guid> SlippedAsync()
    {
        await RecordInCloudAsync(await Campus.PlanAsync());
        return Assert.Single(await Campus.IncidentsAsync(IncidentKind.CloudRecording)).Id;
    }

    private async Task RecordInCloudAsync(Lecture lecture)
    {
        await Campus.BeginAsync(lecture);
        await Campus.OpenCloudUnseenAsync();
        (await Campus.Zoom.RecordAsync(lecture, "cloud")).Must();
        await Campus.AdvanceAsync(TimeSpan.FromSeconds(5));
    }
}
