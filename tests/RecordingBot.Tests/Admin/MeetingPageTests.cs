using System.Net;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Registry;
using RecordingBot.Tests.Api;

namespace RecordingBot.Tests.Admin;

public sealed class MeetingPageTests(OpenHouse house)
{
    private static readonly DateTimeOffset September = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);

    [Fact]
    public async Task Meeting_WithADecision_TellsItsBasisPlanConditionsAndEdition()
    {
        var meeting = await DecideAsync("All told", isPublished: false);
        using var browser = await house.AtBrowserAsync("teacher");

        var page = await browser.ReadAsync($"/meetings/{meeting}");

        Assert.Contains("The meeting may be recorded.", page, StringComparison.Ordinal);
        Assert.Contains("Public interest (Article 6(1)(e) GDPR)", page, StringComparison.Ordinal);
        Assert.Contains("As long as the course is open.", page, StringComparison.Ordinal);
        Assert.Contains("The notice is published first.", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Not met yet</strong>", page, StringComparison.Ordinal);
        Assert.Contains("“lund”, edition e", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_WithItsNotice_TellsThatTheConditionIsMetAndWhomItReached()
    {
        var meeting = await DecideAsync("Noticed", isPublished: true);
        using var browser = await house.AtBrowserAsync("teacher");

        var page = await browser.ReadAsync($"/meetings/{meeting}");

        Assert.Contains("<strong>Met</strong>", page, StringComparison.Ordinal);
        Assert.Contains("It has reached 1 of 4 participants.", page, StringComparison.Ordinal);
        Assert.Contains("class=\"reached\" width=\"25%\"", page, StringComparison.Ordinal);
        Assert.Contains(Sample.Sha256, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_ThatWaitsForTheDataProtectionOfficer_SaysSo()
    {
        var teacher = await house.PersonAsync("teacher");
        var (meeting, _) = await house.RegistryAsync(registry =>
            Sample.ReferAsync(registry, teacher, "Waits for an answer", house.Clock.GetUtcNow().AddDays(1))
        );
        using var browser = await house.AtBrowserAsync("teacher");

        var page = await browser.ReadAsync($"/meetings/{meeting}");

        Assert.Contains("The question was put to the data protection officer on", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No decision on recording", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_ApprovedWithConditions_ShowsThemToTheTeacher()
    {
        var meeting = await DecideAsync("Tied to something", isPublished: false);
        await house.RegistryAsync(registry =>
            registry
                .Decisions.Where(row => row.MeetingId == meeting)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.DpoConditions, "Only until June."),
                    TestContext.Current.CancellationToken
                )
        );
        using var browser = await house.AtBrowserAsync("teacher");

        var page = await browser.ReadAsync($"/meetings/{meeting}");

        Assert.Contains("The data protection officer’s conditions", page, StringComparison.Ordinal);
        Assert.Contains("Only until June.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announcement_IsAskedForAndTakenBackOnThePage()
    {
        var teacher = await house.PersonAsync("teacher");
        var meeting = await house.RegistryAsync(async registry =>
        {
            var (id, _) = await Sample.DecideAsync(registry, teacher, "Announced here", house.Clock.GetUtcNow().AddDays(2));
            var row = await registry.Meetings.SingleAsync(one => one.Id == id, TestContext.Current.CancellationToken);
            (row.StartedAt, row.EndedAt) = (null, null);
            await registry.SaveChangesAsync(TestContext.Current.CancellationToken);
            return id;
        });
        using var browser = await house.AtBrowserAsync("teacher");
        var path = $"/meetings/{meeting}";
        Assert.Contains("Nothing is announced in the course.", await browser.ReadAsync(path), StringComparison.Ordinal);

        using var announced = await browser.PostFormAsync(path, "Announce", []);
        var after = await browser.ReadAsync(path);
        using var withdrawn = await browser.PostFormAsync(path, "Withdraw", []);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (announced.StatusCode, withdrawn.StatusCode));
        Assert.Contains("Take the announcement away", after, StringComparison.Ordinal);
        Assert.Contains("Nothing is announced in the course.", await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    private async Task<Guid> DecideAsync(string topic, bool isPublished)
    {
        var teacher = await house.PersonAsync("teacher");
        return await house.RegistryAsync(async registry =>
        {
            var (meeting, decision) = await Sample.DecideAsync(registry, teacher, topic, September);
            if (isPublished)
                Publish(registry, meeting, decision);
            await registry.SaveChangesAsync(TestContext.Current.CancellationToken);
            return meeting;
        });
    }

    private static void Publish(RegistryContext registry, Guid meeting, Guid decision)
    {
        var id = Guid.CreateVersion7();
        registry.Notices.Add(
            new NoticeRow
            {
                Id = id,
                MeetingId = meeting,
                DecisionId = decision,
                Version = 1,
                TokenHash = id.ToString(),
                Content = "{}",
                Text = "Information",
                Message = "Information",
                Sha256 = Sample.Sha256,
                PublishedAt = September.AddDays(-1),
            }
        );
        for (var number = 0; number < 4; number++)
            registry.Attendance.Add(
                new AttendanceRow
                {
                    Id = Guid.CreateVersion7(),
                    MeetingId = meeting,
                    Participant = $"participant-{number}",
                    JoinedAt = September,
                    ReachedAt = number == 0 ? September : null,
                }
            );
    }
}
