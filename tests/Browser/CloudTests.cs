using Journey.Faults;
using Microsoft.Playwright;

namespace Browser;

/// <summary>What people see of recordings in Zoom's cloud, and of files that never came.</summary>
public sealed class CloudTests(Stage stage)
{
    [Theory]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    public async Task Recording_InTheCloudUnapproved_IsSeenByItsHostAndAsAnIncident(string language, bool phone)
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await lecture.InZoom.MeetAsync();
        await lecture.InZoom.RecordInCloudUnseenAsync();
        await lecture.UntilIncidentAsync(open: true);
        await lecture.InZoom.EndAsync();
        await stage.Doors.LaterAsync("PT40M");
        await lecture.UntilStateAsync("registered", explained: false);
        await using (var officer = await stage.VisitorAsync("dpo", language, phone))
        {
            await officer.GoAsync("/incidents");
            await officer.PictureAsync($"incidents-{language}");
            var meeting = (await lecture.MeetingAsync())!.Value.GetProperty("id").GetString();
            var incident = officer
                .Page.Locator("article.task")
                .Filter(new() { Has = officer.Page.Locator($"a[href='/meetings/{meeting}']") });
            await incident.GetByText(Words.Page("Incident_cloud-recording", language)).WaitForAsync();
            await incident.GetByRole(AriaRole.Textbox).FillAsync(officer.Say("Värden är kontaktad.", "Talked to the host."));
            await incident.GetByRole(AriaRole.Button, new() { Name = Words.Page("Incident_Close", language) }).ClickAsync();
            await Assertions.Expect(incident).ToHaveCountAsync(0);
            await officer.CheckAsync($"incidents-done-{language}");
            await lecture.UntilIncidentAsync(open: false);
        }
        await using (var teacher = await stage.VisitorAsync("teacher", language, phone))
        {
            await teacher.GoAsync($"/recordings/{lecture.RecordingId}");
            await teacher.PictureAsync($"cloud-{language}");
        }

        await stage.Doors.LaterAsync("P8D");

        await using var later = await stage.VisitorAsync("dpo", language, phone);
        await later.GoAsync($"/recordings/{lecture.RecordingId}");
        await later.Page.GetByRole(AriaRole.Heading, new() { Name = Words.Page("Receipts_Title", language) }).WaitForAsync();
        await later.PictureAsync($"cloud-receipts-{language}");
        await later.GoAsync("/incidents?state=closed");
        await later.PictureAsync($"incidents-closed-{language}");
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task File_ThatNeverCame_IsAskedAboutAndAnswered(string language)
    {
        var lecture = await Lecture.PlanAsync(stage.Doors, stage.Recordings);
        await lecture.DecideAsync();
        await lecture.UntilRightAsync("given");
        await lecture.InZoom.MeetAsync();
        await lecture.InZoom.EndAsync();
        await stage.Doors.LaterAsync("P2D");
        await lecture.UntilOneTaskAsync("missing-file");
        await using var teacher = await stage.VisitorAsync("teacher", language);
        await teacher.GoAsync("/tasks");
        var task = teacher.Page.Locator("article.task").Filter(new() { HasText = lecture.Topic });
        await task.Locator("summary", new() { HasText = Words.Page("Answer_nothing-recorded", language) }).ClickAsync();
        await task.GetByText(Words.Page("Answer_nothing-recorded_What", language)).WaitForAsync();
        await teacher.CheckAsync($"missing-file-{language}");

        await task.GetByRole(AriaRole.Button, new() { Name = Words.Page("Answer_nothing-recorded", language), Exact = true }).ClickAsync();

        await teacher.Page.GetByRole(AriaRole.Status).First.WaitForAsync();
        await lecture.UntilNoTaskAsync();
    }
}
