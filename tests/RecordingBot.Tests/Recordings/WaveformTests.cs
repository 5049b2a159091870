using Microsoft.Extensions.DependencyInjection;
using RecordingAgent.Waveforms;
using RecordingBot.Recordings;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Recordings;

/// <summary>A recording is recognised by the picture of its sound, and the picture goes with it.</summary>
public sealed class WaveformTests : CampusTests
{
    private const string Picture = "role=\"img\" aria-label=\"The recording's sound, 24 s.\"";

    [Fact]
    public async Task Recording_OfALecture_ShowsItsSound()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/ffmpeg"), "ffmpeg isn't installed here.");
        var id = await Campus.RecordedAsync();

        var video = Assert.Single((await Campus.RecordingAsync(id)).Parts, part => part.Waveform is not null);
        Assert.Equal(("video", WaveformOutcome.Drawn), (video.Kind, video.WaveformOutcome));
        Assert.InRange(video.Waveform!.Length, 120, SeenWaveform.MostPeaks);
        var page = await Campus.SeeRecordingAsync(id);
        Assert.Contains(Picture, page, StringComparison.Ordinal);
        Assert.Contains("<path d=\"M0.5 ", page, StringComparison.Ordinal);
        Assert.Contains("Inspelningens ljud, 24 s.", await Campus.SeeRecordingAsync(id, language: "sv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_OnAComputerWithoutTheProgram_IsRegisteredAndSaysWhyThereIsNone()
    {
        await Campus.RestartBotAsync("--Agent:WaveformProgram=/no/such/ffmpeg");

        var id = await Campus.RecordedAsync();

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Registered, recording.State);
        Assert.All(recording.Parts, part => Assert.Null(part.Waveform));
        var page = await Campus.SeeRecordingAsync(id);
        Assert.Contains("There is no picture of the sound.", page, StringComparison.Ordinal);
        Assert.Contains("lacks the program (ffmpeg)", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Picture, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_Deleted_TakesThePictureWithIt_AndNoneComesAfterwards()
    {
        var id = await Campus.PublishedAsync();
        await ReportAsync(await Campus.RecordingAsync(id), [1, 2, 3]);
        var before = await Campus.RecordingAsync(id);
        Assert.Single(before.Parts, part => part.Waveform is [1, 2, 3]);

        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}/publication")).Must();
        await Campus.SettleAsync();
        Assert.Single((await Campus.RecordingAsync(id)).Parts, part => part.Waveform is not null);
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();

        await AssertNothingIsLeftAsync(id);
        await ReportAsync(before, [4, 5, 6]);
        await AssertNothingIsLeftAsync(id);
        Assert.DoesNotContain("class=\"sound\"", await Campus.SeeRecordingAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_OfAnotherFile_OrLargerThanAny_IsNotKept()
    {
        await Campus.RestartBotAsync("--Agent:WaveformProgram=");
        var recording = await Campus.RecordingAsync(await Campus.RecordedAsync());

        await ReportAsync(recording, [1], seen => seen with { Sha256 = new string('0', 64) });
        await ReportAsync(recording, [1], seen => seen with { RelativePath = "elsewhere/video.mp4" });
        await ReportAsync(recording, [1], seen => seen with { DeviceId = "another" });
        await ReportAsync(recording, new byte[SeenWaveform.MostPeaks + 1]);

        Assert.All((await Campus.RecordingAsync(recording.Id)).Parts, part => Assert.Null(part.WaveformOutcome));
        await ReportAsync(recording, [1]);
        Assert.Single((await Campus.RecordingAsync(recording.Id)).Parts, part => part.Waveform is [1]);
    }

    private Task ReportAsync(RecordingRow recording, byte[] peaks, Func<SeenWaveform, SeenWaveform>? change = null)
    {
        var video = recording.Parts.Single(part => part.Kind == "video");
        var seen = new SeenWaveform
        {
            DeviceId = recording.DeviceId!,
            RootId = recording.RootId!,
            RelativeFolder = recording.Folder!,
            RelativePath = $"{recording.Folder}/{video.Name}",
            Sha256 = video.Sha256,
            Outcome = WaveformOutcome.Drawn,
            Peaks = peaks,
        };
        return Campus.Services.GetRequiredService<AgentGateway>().ReportWaveformAsync(change?.Invoke(seen) ?? seen, Ct);
    }

    private async Task AssertNothingIsLeftAsync(Guid id)
    {
        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.All(recording.Parts, part => Assert.Equal((null, null), (part.Waveform, part.WaveformOutcome)));
    }
}
