using System.Diagnostics;
using RecordingAgent.Waveforms;

namespace RecordingAgent.Tests.Waveforms;

/// <summary>Drawing a file's sound: with the real program, and with ones that misbehave.</summary>
public class WaveformMakerTests
{
    private const string Ffmpeg = "/usr/bin/ffmpeg";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("video.mp4")]
    [InlineData("audio.m4a")]
    public async Task File_WithSound_IsDrawn(string file)
    {
        Assert.SkipUnless(File.Exists(Ffmpeg), "ffmpeg isn't installed here.");

        var drawing = await new WaveformMaker("ffmpeg", Patience).DrawAsync(Asset(file), Ct);

        Assert.Equal(WaveformOutcome.Drawn, drawing.Outcome);
        Assert.InRange(drawing.Peaks.Length, 120, 240);
        Assert.True(drawing.Peaks.Distinct().Count() > 3, string.Join(' ', drawing.Peaks));
    }

    [Fact]
    public async Task File_OfTheSameSound_LooksTheSame()
    {
        Assert.SkipUnless(File.Exists(Ffmpeg), "ffmpeg isn't installed here.");
        var maker = new WaveformMaker("ffmpeg", Patience);

        var (video, audio) = (await maker.DrawAsync(Asset("video.mp4"), Ct), await maker.DrawAsync(Asset("audio.m4a"), Ct));

        // Two encodings of one sound: alike at a look, and of one length.
        Assert.Equal(video.Peaks.Length, audio.Peaks.Length);
        Assert.All(video.Peaks.Zip(audio.Peaks), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 16));
    }

    [Fact]
    public async Task File_ThatIsAPlaylist_IsNotFollowed()
    {
        Assert.SkipUnless(File.Exists(Ffmpeg), "ffmpeg isn't installed here.");
        using var disk = new TemporaryFolder();
        var list = $"#EXTM3U\n#EXT-X-TARGETDURATION:24\n#EXTINF:24,\n{Asset("audio.m4a")}\n#EXT-X-ENDLIST\n";
        await File.WriteAllTextAsync(disk["video.mp4"], list, Ct);

        var drawing = await new WaveformMaker("ffmpeg", Patience).DrawAsync(disk["video.mp4"], Ct);

        Assert.Equal(WaveformOutcome.NoSound, drawing.Outcome);
    }

    [Fact]
    public async Task File_WithoutSound_HasNoPicture()
    {
        Assert.SkipUnless(File.Exists(Ffmpeg), "ffmpeg isn't installed here.");
        using var disk = new TemporaryFolder();
        await File.WriteAllBytesAsync(disk["video.mp4"], Mp4.Of(90), Ct);

        var drawing = await new WaveformMaker("ffmpeg", Patience).DrawAsync(disk["video.mp4"], Ct);

        Assert.Equal((WaveformOutcome.NoSound, 0), (drawing.Outcome, drawing.Peaks.Length));
    }

    [Fact]
    public async Task Program_ThatIsNotThere_IsNoFault()
    {
        var drawing = await new WaveformMaker("no-such-program-of-ours", Patience).DrawAsync(Asset("audio.m4a"), Ct);

        Assert.Equal(WaveformOutcome.NoProgram, drawing.Outcome);
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("head -c 100000 /dev/zero; exit 1")]
    [InlineData("exit 0")]
    [InlineData("head -c 10000000 /dev/zero >&2; exit 1")]
    public async Task Program_ThatFails_LeavesNoPicture(string script)
    {
        using var ffmpeg = new FakeFfmpeg(script);

        var drawing = await new WaveformMaker(ffmpeg.Program, Patience).DrawAsync(Asset("audio.m4a"), Ct);

        Assert.Equal((WaveformOutcome.NoSound, 0), (drawing.Outcome, drawing.Peaks.Length));
    }

    [Theory]
    [InlineData("sleep 60")]
    [InlineData("trap '' TERM; while :; do sleep 1; done")]
    [InlineData("cat /dev/zero")]
    [InlineData("cat /dev/zero >&2")]
    [InlineData("sleep 60 & exit 0")]
    [InlineData("exec 1>&- 2>&-; sleep 60")]
    public async Task Program_ThatHangsOrFloods_IsEnded(string script)
    {
        using var ffmpeg = new FakeFfmpeg(script);
        var began = Stopwatch.GetTimestamp();

        var drawing = await new WaveformMaker(ffmpeg.Program, Short).DrawAsync(Asset("audio.m4a"), Ct);

        Assert.Equal(WaveformOutcome.TimedOut, drawing.Outcome);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.False(await ffmpeg.StillRunsAsync());
    }

    [Fact]
    public async Task Agent_ThatIsStopped_EndsTheProgramToo()
    {
        using var ffmpeg = new FakeFfmpeg("sleep 60");
        using var stop = new CancellationTokenSource(Short);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new WaveformMaker(ffmpeg.Program, Patience).DrawAsync(Asset("audio.m4a"), stop.Token)
        );

        Assert.Single(ffmpeg.Started);
        Assert.False(await ffmpeg.StillRunsAsync());
    }

    /// <summary>Zoom's sample media, found from the tests' place in the repository.</summary>
    private static string Asset(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RecordingBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository.");
        return Path.Combine(folder.FullName, "samples", "ZoomSimulator", "Assets", name);
    }
}
