using System.Text.RegularExpressions;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Recordings;

/// <summary>A recording's page tells its life with reasons, says how it stands, and what an act would do before it is done.</summary>
public sealed partial class RecordingPageTests : CampusTests
{
    [Fact]
    public async Task Life_OfAPublishedRecording_TellsWhatWasAndWhatIsToCome()
    {
        var id = await Campus.PublishedAsync();

        var page = await Campus.SeeRecordingAsync(id);

        Assert.Equal(["Meeting", "Recorded", "Registered", "Published", "Now", "The course closes", "Its time is over"], Moments(page));
        Assert.Contains("Because the course closes then.", page, StringComparison.Ordinal);
        Assert.Contains("Monday 10 May 2027 at 11:00 (Swedish time)", page, StringComparison.Ordinal);
        Assert.Matches(
            """<svg class="time life" role="img" aria-label="From Mon 10 May 2027 to \w+ \d+ \w+ 2027" """,
            Spaces().Replace(page, " ")
        );
    }

    [Fact]
    public async Task Life_OfADeletedRecording_IsToldToItsEnd_AndSaysWhatRemains()
    {
        var id = await Campus.PublishedAsync();
        await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddMinutes(5));

        var page = await Campus.SeeRecordingAsync(id, language: "sv");

        var moments = Moments(page);
        Assert.Equal(["Möte", "Inspelning", "Registrerad", "Publicerad", "Varning"], moments[..5]);
        Assert.Equal(["Kursen stänger", "Tiden är ute", "Raderad", "Nu"], moments[^4..]);
        Assert.Contains("Inspelningen är borta", page, StringComparison.Ordinal);
        Assert.Contains("Kvitton på raderingen", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_BeforeItIsDone_NamesEveryCopyAndItsPlace()
    {
        var id = await Campus.PublishedAsync();
        var recording = await Campus.RecordingAsync(id);

        var page = await Campus.SeeRecordingAsync(id);

        var asked = page[page.IndexOf("These 5 copies are removed:", StringComparison.Ordinal)..];
        foreach (var part in recording.Parts)
            Assert.Equal(part.Copies.Count, Regex.Count(asked, Regex.Escape(part.Name), RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("– Canvas", asked, StringComparison.Ordinal);
        Assert.Contains("can't be undone", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_StillExpected_SaysWhatWillHappen_AndWhatToDoWhenNoFileComes()
    {
        var lecture = await Campus.DecidedAsync();
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;

        Assert.Contains("Nothing has been recorded yet", await Campus.SeeRecordingAsync(id), StringComparison.Ordinal);
        await Campus.BeginAsync(lecture);
        await Campus.EndAsync(lecture);
        await Campus.AdvanceAsync(TimeSpan.FromHours(26));

        var page = await Campus.SeeRecordingAsync(id);
        Assert.Contains("No file has come", page, StringComparison.Ordinal);
        Assert.Contains("start the computer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_Unexplained_SaysWhyItIsAskedAndWhatToDo()
    {
        Campus.Leave(Campus.Now.AddHours(-3), "Corridor talk");
        await Campus.FindAsync();
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;

        var page = await Campus.SeeRecordingAsync(id);

        Assert.Contains("Why was this recorded?", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/chat\"", page, StringComparison.Ordinal);
        Assert.Equal(["Meeting", "Recorded", "Registered", "Now"], Moments(page));
    }

    [Fact]
    public async Task Recording_WhosePublicationFails_SaysWhatFailsAndWhenItIsTriedAgain()
    {
        var id = await Campus.RecordedAsync();
        await Campus.Canvas.BreakAsync("status-500", @"/courses/101/files$", "POST");
        await Campus.AskToPublishAsync(id);
        await Campus.SettleAsync();

        var page = await Campus.SeeRecordingAsync(id);

        Assert.Contains("Publishing in the course does not succeed just now", page, StringComparison.Ordinal);
        Assert.Contains("It is tried again Monday 10 May 2027", page, StringComparison.Ordinal);
        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain("does not succeed", await Campus.SeeRecordingAsync(id), StringComparison.Ordinal);
    }

    /// <summary>The names in the line of life, in order.</summary>
    private static List<string> Moments(string page) =>
        [
            .. Name()
                .Matches(page[page.IndexOf("<ol class=\"life\">", StringComparison.Ordinal)..])
                .Select(match => match.Groups["name"].Value),
        ];

    [GeneratedRegex("<div>\\s*<strong>(?<name>[^<]+)</strong>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
