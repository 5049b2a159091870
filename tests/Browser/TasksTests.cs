using Journey.Faults;
using Microsoft.Playwright;

namespace Browser;

/// <summary>A recording that belongs to no decision is asked about; the teacher answers on the page.</summary>
public sealed class TasksTests(Stage stage)
{
    [Theory]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    public async Task Task_AnsweredOnThePage_SaysFirstWhatWillHappenAndThenThatItDid(string language, bool phone)
    {
        var lecture = await Lecture.RecordedAsync(stage.Doors, stage.Recordings);
        var topic = await RecordElsewhereAsync(lecture);
        await using var teacher = await stage.VisitorAsync("teacher", language, phone);
        await teacher.GoAsync("/tasks");
        var task = teacher.Page.Locator("article.task").Filter(new() { HasText = topic });
        await task.Locator("summary", new() { HasText = Words.Page("Answer_delete", language) }).ClickAsync();
        await task.GetByText(Words.Page("Answer_delete_What", language)).WaitForAsync();
        await teacher.CheckAsync($"task-{language}");

        await task.GetByRole(AriaRole.Checkbox).CheckAsync();
        await task.GetByRole(AriaRole.Button, new() { Name = Words.Page("Answer_delete", language), Exact = true }).ClickAsync();

        await teacher.Page.GetByRole(AriaRole.Status).First.WaitForAsync();
        await teacher.CheckAsync($"task-answered-{language}");
        await stage.Doors.UntilAsync(
            "the files to be gone",
            () => Task.FromResult(Directory.GetDirectories(stage.Recordings, $"*{topic}*") is [])
        );
    }

    [Theory]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    public async Task Recording_OfAMeetingThatIsNotCertain_IsPlacedWithItOnItsPage(string language, bool phone)
    {
        var lecture = await Lecture.RecordedAsync(stage.Doors, stage.Recordings);
        var topic = await RecordElsewhereAsync(lecture, Path.GetFileName(lecture.InZoom.Folder)[..19]);
        await using var teacher = await stage.VisitorAsync("teacher", language, phone);
        await teacher.GoAsync("/tasks");
        await teacher
            .Page.Locator("article.task")
            .Filter(new() { HasText = topic })
            .GetByRole(AriaRole.Link, new() { Name = Words.Page("Task_ShowRecording", language) })
            .ClickAsync();
        var question = teacher.Page.GetByRole(AriaRole.Region, new() { Name = Words.Page("Placement_Title", language) });
        await question.GetByText(lecture.Topic).WaitForAsync();
        await teacher.CheckAsync($"placement-{language}");

        await question
            .Locator("form", new() { HasText = lecture.Topic })
            .GetByRole(AriaRole.Button, new() { Name = Words.Page("Placement_Place", language) })
            .ClickAsync();

        await teacher.Page.GetByRole(AriaRole.Heading, new() { Name = lecture.Topic, Level = 1 }).WaitForAsync();
        await Assertions.Expect(question).ToHaveCountAsync(0);
        await teacher.CheckAsync($"placed-{language}");
    }

    /// <summary>What Zoom leaves, without a number, of a meeting that the bot knows nothing of, or not for certain.</summary>
    private async Task<string> RecordElsewhereAsync(Lecture lecture, string startedAt = "2026-11-01 08.00.00")
    {
        var topic = "Spontant " + Path.GetFileName(lecture.InZoom.Folder)[^6..];
        var folder = Path.Combine(stage.Recordings, $"{startedAt} {topic}");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(lecture.InZoom.Folder))
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            File.Copy(file, copy);
            // No two recordings are alike: players skip what stands after the last box.
            if (copy.EndsWith(".mp4", StringComparison.Ordinal) || copy.EndsWith(".m4a", StringComparison.Ordinal))
                await File.AppendAllBytesAsync(copy, [0, 0, 0, 9, .. "free"u8, 7], TestContext.Current.CancellationToken);
        }
        await stage.Doors.LaterAsync("PT3M");
        return topic;
    }
}
