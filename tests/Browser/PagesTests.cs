using Journey.Faults;

namespace Browser;

/// <summary>Every page, for everyone who has it, in both languages, on a desk and on a phone, light and dark.</summary>
public sealed class PagesTests(Stage stage)
{
    [Theory]
    [InlineData("sv", false, false)]
    [InlineData("sv", true, true)]
    [InlineData("en", true, false)]
    [InlineData("en", false, true)]
    public async Task Pages_OfEveryRole_AreWithoutFault(string language, bool phone, bool dark)
    {
        var lecture = await Lecture.RecordedAsync(stage.Doors, stage.Recordings);
        await lecture.AskToPublishAsync();
        await lecture.AssertPublishedOnceAsync();
        var meeting = (await lecture.MeetingAsync())!.Value.GetProperty("id").GetString();
        (string Account, string[] Paths)[] visits =
        [
            (
                "teacher",
                [
                    "/",
                    "/tasks",
                    "/chat/plain",
                    $"/meetings/{meeting}",
                    $"/recordings/{lecture.RecordingId}",
                    $"/courses/{lecture.Course}/recordings",
                ]
            ),
            ("course-admin", ["/", "/tasks", $"/recordings/{lecture.RecordingId}", $"/courses/{lecture.Course}/recordings"]),
            ("dpo", ["/", "/tasks", "/register", "/incidents", "/audit", $"/recordings/{lecture.RecordingId}"]),
            ("student", ["/"]),
        ];
        foreach (var (account, paths) in visits)
        {
            await using var visitor = await stage.VisitorAsync(account, language, phone, dark);
            foreach (var path in paths)
            {
                await visitor.GoAsync(path);
                await visitor.PictureAsync($"{account}-{Named(path)}-{language}-{(phone ? "phone" : "desk")}{(dark ? "-dark" : "")}");
            }
        }
    }

    [Theory]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    public async Task Pages_OfStrangersAndOfTheControl_AreWithoutFault(string language, bool phone)
    {
        await using var stranger = await stage.VisitorAsync(account: null, language, phone);
        await stranger.GoAsync("/sign-in");
        await stranger.PictureAsync($"sign-in-{language}");
        await stranger.Page.GotoAsync(stage.Control.AbsoluteUri + "?lang=" + language);
        await stranger.CheckAsync($"control-{language}");
    }

    private static string Named(string path) =>
        path switch
        {
            "/" => "start",
            _ => path.Split('/')[1] + (path.EndsWith("plain", StringComparison.Ordinal) ? "-plain" : ""),
        };
}
