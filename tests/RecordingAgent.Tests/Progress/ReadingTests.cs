using RecordingAgent.Progress;

namespace RecordingAgent.Tests.Progress;

/// <summary>A large folder tells how far it is read before it is registered.</summary>
public class ReadingTests
{
    private const int Mebibyte = 1 << 20;

    [Fact]
    public async Task Folder_ThatIsLarge_TellsHowFarItIsReadBeforeItIsRegistered()
    {
        using var computer = new Computer();
        computer.Write("video1937.mp4", [.. Mp4.Of(90), .. Mp4.Box("free", new byte[40 * Mebibyte])]);
        var total = computer.Write("chat.txt", "hej") is var chat ? new FileInfo(chat).Length : 0;
        total += new FileInfo(computer.Path("video1937.mp4")).Length;
        var before = -1;
        computer.Server.OnRegister = () => before = computer.Server.Progress.Count;

        await computer.SettleAsync();

        var told = computer.Server.Progress.Cast<WorkProgress.Reading>().ToList();
        Assert.Equal(3, told.Count);
        Assert.Equal(told.Count, before);
        Assert.Equal(told.Select(reading => reading.Done).Order(), told.Select(reading => reading.Done));
        Assert.InRange(told[0].Done, 16 * Mebibyte, 17 * Mebibyte);
        Assert.Equal((total, total), (told[^1].Done, told[^1].Total));
        Assert.All(
            told,
            reading =>
                Assert.Equal((Computer.Session, "Algebra", 93712345678), (reading.RelativeFolder, reading.Topic, reading.ZoomMeetingNumber))
        );
    }

    [Fact]
    public async Task Folder_WithAPartMore_CountsOnlyWhatIsNew()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        computer.Server.Progress.Clear();

        computer.Write("meeting_saved_closed_caption.txt", "12 characters"[..12]);
        await computer.SettleAsync();

        var told = Assert.Single(computer.Server.Progress);
        Assert.Equal((12, 12), (told.Done, told.Total));
    }

    [Fact]
    public async Task Server_ThatDoesNotHear_GetsTheRecordingAllTheSame()
    {
        using var computer = new Computer();
        computer.Server.LosesProgress = true;
        computer.WriteFinishedSession();

        await computer.SettleAsync();

        Assert.Empty(computer.Server.Progress);
        Assert.Single(computer.Server.Seen);
    }
}
