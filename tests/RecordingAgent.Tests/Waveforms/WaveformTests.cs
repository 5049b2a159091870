using RecordingAgent.Orders;
using RecordingAgent.Waveforms;

namespace RecordingAgent.Tests.Waveforms;

/// <summary>The picture comes after the registration, and never in the way of anything.</summary>
public class WaveformTests
{
    /// <summary>A second of an even hum.</summary>
    private const string Hum = "head -c 16000 /dev/zero | tr '\\0' '\\100'";

    private const string Other = "2026-11-03 10.15.00 Topology 93712345679";

    [Fact]
    public async Task Recording_Registered_IsDrawnOnce()
    {
        using var ffmpeg = new FakeFfmpeg(Hum);
        using var computer = new Computer(ffmpeg.Program);
        computer.WriteFinishedSession();

        await computer.SettleAsync();
        await computer.SettleAsync();
        computer.Restart();
        await computer.SettleAsync();

        var drawn = Assert.Single(computer.Server.Waveforms);
        var video = Assert.Single(computer.Server.Seen).Parts.Single(part => part.Name == "video1937.mp4");
        Assert.Equal(
            (WaveformOutcome.Drawn, "device-1", Computer.Session, video.RelativePath, video.Sha256),
            (drawn.Outcome, drawn.DeviceId, drawn.RelativeFolder, drawn.RelativePath, drawn.Sha256)
        );
        Assert.Equal(100, drawn.Peaks.Length);
        Assert.All(drawn.Peaks, peak => Assert.Equal(128, peak));
        Assert.Single(ffmpeg.Started);
    }

    [Fact]
    public async Task Recording_OfSoundOnly_IsDrawnByIt_AndNeverByAParticipantsTrack()
    {
        using var ffmpeg = new FakeFfmpeg(Hum);
        using var computer = new Computer(ffmpeg.Program);
        computer.Write("audio1937.m4a", Mp4.Of(90));
        computer.Write("Audio Record/audioAnna1937.m4a", [.. Mp4.Of(90), .. Mp4.Box("free", new byte[1000])]);

        await computer.SettleAsync();

        Assert.Equal($"{Computer.Session}/audio1937.m4a", Assert.Single(computer.Server.Waveforms).RelativePath);
    }

    [Fact]
    public async Task Program_ThatHangs_HoldsUpNeitherRegisteringNorOrders()
    {
        using var ffmpeg = new FakeFfmpeg("sleep 60");
        using var computer = new Computer(ffmpeg.Program);
        computer.WriteFinishedSession();
        computer.WriteFinishedSession(Other);
        List<int> drawnAt = [];
        computer.Server.OnRegister = () => drawnAt.Add(ffmpeg.Started.Length);
        computer.Server.OnReport = () => drawnAt.Add(ffmpeg.Started.Length);

        await computer.SettleAsync();
        Assert.Equal(2, computer.Server.Seen.Count);
        computer.Give(OrderKind.Verify, "chat.txt");
        await computer.ReceiptAsync();

        // Both were registered before anything was drawn, and the order came between the two drawings.
        Assert.Equal([0, 0, 1], drawnAt);
        Assert.Equal([WaveformOutcome.TimedOut, WaveformOutcome.TimedOut], computer.Server.Waveforms.Select(waveform => waveform.Outcome));
        Assert.Null(await computer.LookAsync());
        Assert.Equal(2, computer.Server.Waveforms.Count);
    }

    [Fact]
    public async Task Recordings_SeveralAtOnce_AreDrawnOneALook_WithoutWaiting()
    {
        using var ffmpeg = new FakeFfmpeg(Hum);
        using var computer = new Computer(ffmpeg.Program);
        computer.WriteFinishedSession();
        computer.WriteFinishedSession(Other);
        await computer.LookAsync();
        computer.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(computer.Clock.GetUtcNow(), await computer.LookAsync());
        Assert.Single(computer.Server.Waveforms);
        Assert.Null(await computer.LookAsync());
        Assert.Equal(2, computer.Server.Waveforms.Count);
    }

    [Fact]
    public async Task Server_ThatDoesNotTakeThePicture_GetsItLater_AlsoAfterARestart()
    {
        using var ffmpeg = new FakeFfmpeg(Hum);
        using var computer = new Computer(ffmpeg.Program);
        computer.Server.LosesWaveforms = true;
        computer.WriteFinishedSession();
        await computer.LookAsync();
        computer.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(computer.Clock.GetUtcNow().AddSeconds(30), await computer.LookAsync());
        computer.Restart();
        computer.Server.LosesWaveforms = false;
        Assert.Null(await computer.LookAsync());

        Assert.Single(computer.Server.Waveforms);
        Assert.Single(computer.Server.Seen);
    }

    [Fact]
    public async Task Recording_ThatIsGoneBeforeItIsDrawn_IsForgotten()
    {
        using var ffmpeg = new FakeFfmpeg(Hum);
        using var computer = new Computer(ffmpeg.Program);
        computer.Server.LosesWaveforms = true;
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        computer.Server.LosesWaveforms = false;

        computer.Give(OrderKind.Delete, "video1937.mp4");
        await computer.ReceiptAsync();

        Assert.Empty(computer.Server.Waveforms);
        Assert.Null(await computer.LookAsync());
    }

    [Fact]
    public async Task Computer_WithoutAProgram_RegistersAllTheSame()
    {
        using var without = new Computer(waveformProgram: null);
        using var missing = new Computer("/no/such/ffmpeg");
        foreach (var computer in new[] { without, missing })
        {
            computer.WriteFinishedSession();
            await computer.SettleAsync();
            Assert.Single(computer.Server.Seen);
        }

        Assert.Empty(without.Server.Waveforms);
        Assert.Equal(WaveformOutcome.NoProgram, Assert.Single(missing.Server.Waveforms).Outcome);
    }
}
