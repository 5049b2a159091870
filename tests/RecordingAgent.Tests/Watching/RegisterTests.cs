using RecordingAgent.Watching;

namespace RecordingAgent.Tests.Watching;

public class RegisterTests
{
    [Fact]
    public async Task Folder_FinishedAndUnchangedForAMinute_IsRegistered()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        computer.Write("Audio Record/audioAnna1937.m4a", Mp4.Of(90, salt: 2));
        computer.Write("closed_caption.txt", "…");
        computer.Write("zoomver.tag", "6.1");

        var wanted = await computer.LookAsync();
        Assert.Empty(computer.Server.Seen);
        Assert.Equal(computer.Clock.GetUtcNow().AddSeconds(60), wanted);
        computer.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await computer.LookAsync());

        var seen = Assert.Single(computer.Server.Seen);
        Assert.Equal(
            ("device-1", Computer.Session, "Algebra", 93712345678),
            (seen.DeviceId, seen.RelativeFolder, seen.Topic, seen.ZoomMeetingNumber)
        );
        Assert.True(seen.IsComplete);
        Assert.Equal(
            [
                ("Audio Record/audioAnna1937.m4a", PartKind.ParticipantAudio),
                ("audio1937.m4a", PartKind.Audio),
                ("chat.txt", PartKind.Chat),
                ("closed_caption.txt", PartKind.Captions),
                ("recording.conf", PartKind.Other),
                ("video1937.mp4", PartKind.Video),
                ("zoomver.tag", PartKind.Other),
            ],
            seen.Parts.Select(p => (p.RelativePath[(Computer.Session.Length + 1)..], p.Kind))
        );
        var video = seen.Parts.Single(p => p.Kind == PartKind.Video);
        Assert.Equal(
            (Mp4.Of(90).Length, Computer.Sha256(Mp4.Of(90)), TimeSpan.FromSeconds(90)),
            (video.Size, video.Sha256, video.Duration)
        );
    }

    [Fact]
    public async Task Folder_Registered_IsNotRegisteredAgain()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();

        await computer.SettleAsync();
        await computer.SettleAsync();
        computer.Restart();
        await computer.SettleAsync();

        Assert.Single(computer.Server.Seen);
    }

    [Fact]
    public async Task Folder_ThatGrows_WaitsFromTheLastChange()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.LookAsync();

        computer.Clock.Advance(TimeSpan.FromSeconds(50));
        computer.Write("video1937.mp4", Mp4.Of(120));
        await computer.LookAsync();
        computer.Clock.Advance(TimeSpan.FromSeconds(50));
        await computer.LookAsync();
        Assert.Empty(computer.Server.Seen);
        computer.Clock.Advance(TimeSpan.FromSeconds(10));
        await computer.LookAsync();

        Assert.Equal(TimeSpan.FromSeconds(120), Assert.Single(computer.Server.Seen).Parts[^1].Duration);
    }

    [Fact]
    public async Task Folder_WithANewPartLater_IsRegisteredAgainWhole()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.SettleAsync();

        computer.Write("meeting_saved_closed_caption.txt", "…");
        await computer.SettleAsync();

        Assert.Equal(2, computer.Server.Seen.Count);
        Assert.Equal(5, computer.Server.Seen[1].Parts.Count);
        Assert.Equal(computer.Server.Seen[0].RootId, computer.Server.Seen[1].RootId);
    }

    [Theory]
    [InlineData("double_click_to_convert_01.zoom", "raw")]
    [InlineData("video2937.mp4.tmp", "half")]
    [InlineData("recording.conf", """{"items":[{"video":"video1937.mp4","audio":"audio1937.m4a","process":99}]}""")]
    [InlineData("recording.conf", """{"items":[{"video":"video1937.mp4","process":100},{"video":"video2937.mp4","process":100}]}""")]
    [InlineData("recording.conf", """{"items":[]}""")]
    [InlineData("recording.conf", """{"items":[{"video":"video1937.mp4","process":100,"process":100}]}""")]
    [InlineData("recording.conf", "not json")]
    public async Task Folder_ThatZoomHasNotFinished_IsNotRegisteredYet(string file, string content)
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        computer.Write(file, content);

        await computer.SettleAsync();

        Assert.Empty(computer.Server.Seen);
        Assert.Empty(computer.Server.Troubles);
    }

    [Fact]
    public async Task Folder_ThatZoomNeverFinishes_IsToldAndRegisteredAsItIsAfterADay()
    {
        using var computer = new Computer();
        computer.Write("double_click_to_convert_01.zoom", "raw");
        await computer.SettleAsync();

        computer.Clock.Advance(TimeSpan.FromHours(24));
        await computer.LookAsync();
        await computer.LookAsync();

        var seen = Assert.Single(computer.Server.Seen);
        Assert.False(seen.IsComplete);
        Assert.Equal(TroubleKind.Unfinished, Assert.Single(computer.Server.Troubles).Kind);

        File.Delete(computer.Path("double_click_to_convert_01.zoom"));
        computer.WriteFinishedSession();
        await computer.SettleAsync();

        Assert.True(computer.Server.Seen[^1].IsComplete);
        Assert.NotNull(computer.Server.Troubles[^1].EndedAt);
    }

    [Fact]
    public async Task Folder_OfAnOldClient_IsJudgedByItsFiles()
    {
        using var computer = new Computer();
        computer.Write("zoom_0.mp4", Mp4.Of(90)[..40]);

        await computer.SettleAsync();
        Assert.Empty(computer.Server.Seen);
        Assert.Equal(TroubleKind.Damaged, Assert.Single(computer.Server.Troubles).Kind);
        computer.Write("zoom_0.mp4", Mp4.Of(90));
        await computer.SettleAsync();

        Assert.True(Assert.Single(computer.Server.Seen).IsComplete);
        Assert.NotNull(computer.Server.Troubles[^1].EndedAt);
    }

    [Fact]
    public async Task Folder_WithACutOffVideo_IsDamagedWhateverZoomSays()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        computer.Write("video1937.mp4", Mp4.Of(90)[..^2]);

        await computer.SettleAsync();

        Assert.Empty(computer.Server.Seen);
        Assert.Equal(TroubleKind.Damaged, Assert.Single(computer.Server.Troubles).Kind);
    }

    [Theory]
    [InlineData("Holiday", "video.mp4")]
    [InlineData("2026-11-02 10.15.00 Only chat", "meeting_saved_chat.txt")]
    public async Task Folder_ThatIsNoRecording_IsLeftAlone(string folder, string file)
    {
        using var computer = new Computer();
        computer.Write(file, Mp4.Of(90), folder);

        await computer.SettleAsync();

        Assert.Empty(computer.Server.Seen);
    }

    [Fact]
    public async Task Server_Away_IsToldLater()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        computer.Server.IsDown = true;
        await computer.SettleAsync();

        var wanted = await computer.LookAsync();
        Assert.Equal(computer.Clock.GetUtcNow().AddSeconds(30), wanted);
        computer.Restart();
        computer.Server.IsDown = false;
        Assert.Null(await computer.LookAsync());

        Assert.Single(computer.Server.Seen);
    }

    [Fact]
    public async Task Clock_SetBack_KeepsNoFolderWaiting()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.LookAsync();

        computer.Clock.Advance(TimeSpan.FromDays(-100));
        await computer.SettleAsync();

        Assert.Single(computer.Server.Seen);
    }

    [Fact]
    public async Task Link_AmongTheFiles_IsLeftAloneAndTold()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        var secret = Path.Combine(computer.Elsewhere, "secret.mp4");
        File.WriteAllBytes(secret, Mp4.Of(10));
        File.CreateSymbolicLink(computer.Path("video9.mp4"), secret);
        Directory.CreateSymbolicLink(computer.Path("Audio Record"), computer.Elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(computer.Root, "2026-11-01 10.00.00 Linked"), computer.Elsewhere);

        await computer.SettleAsync();

        Assert.Equal(4, Assert.Single(computer.Server.Seen).Parts.Count);
        Assert.Equal(TroubleKind.OddEntry, Assert.Single(computer.Server.Troubles).Kind);
    }
}
