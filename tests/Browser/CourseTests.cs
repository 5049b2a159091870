using Journey.Faults;
using Microsoft.Playwright;

namespace Browser;

/// <summary>A recording in its course, and its end (steps 4 and 5 of the whole way).</summary>
public sealed class CourseTests(Stage stage)
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Recording_PublishedOnItsPage_IsSeenInTheCourseUntilTheCourseCloses(string language)
    {
        var lecture = await Lecture.RecordedAsync(stage.Doors, stage.Recordings);
        await PublishAsync(lecture, language);
        await lecture.AssertPublishedOnceAsync();
        await using (var admin = await stage.VisitorAsync("course-admin", language))
        {
            await admin.GoAsync($"/courses/{lecture.Course}/recordings");
            await admin.Page.GetByRole(AriaRole.Link, new() { Name = lecture.Topic }).First.WaitForAsync();
            await admin.PictureAsync($"course-{language}");
            await admin.GoAsync($"/recordings/{lecture.RecordingId}");
            await admin.PictureAsync($"recording-{language}");
        }

        await stage.Doors.WalkToAsync(lecture.ClosesAt.AddHours(1));
        await lecture.AssertDeletedAsync();

        await using var later = await stage.VisitorAsync("course-admin", language);
        await later.GoAsync($"/recordings/{lecture.RecordingId}");
        await later.Page.GetByRole(AriaRole.Heading, new() { Name = Words.Page("Receipts_Title", language) }).WaitForAsync();
        await later.PictureAsync($"receipts-{language}");
        await later.GoAsync($"/courses/{lecture.Course}/recordings");
    }

    private async Task PublishAsync(Lecture lecture, string language)
    {
        await using var teacher = await stage.VisitorAsync("teacher", language);
        await teacher.GoAsync($"/recordings/{lecture.RecordingId}");
        await teacher.Page.Locator("summary", new() { HasText = Words.Page("Publish", language) }).First.ClickAsync();
        await teacher.CheckAsync();
        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = Words.Page("Publish", language), Exact = true }).ClickAsync();
        await teacher.Page.GetByText(Words.Page("Unpublish", language)).First.WaitForAsync();
        await teacher.CheckAsync();
    }
}
