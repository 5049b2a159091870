using RecordingAgent.Orders;

namespace RecordingAgent.Tests.Orders;

public class DeleteTests
{
    [Fact]
    public async Task Delete_Ordered_TakesTheFileAndSaysSo()
    {
        using var computer = await WithRecordingAsync();
        computer.Give(OrderKind.Delete, "video1937.mp4");

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Done, EvidenceKind.UnlinkedOnDisk), (receipt.Outcome, receipt.Evidence?.Kind));
        Assert.Equal((Mp4.Of(90).Length, Computer.Sha256(Mp4.Of(90))), (receipt.Evidence?.Size, receipt.Evidence?.Sha256));
        Assert.False(File.Exists(computer.Path("video1937.mp4")));
        Assert.True(File.Exists(computer.Path("audio1937.m4a")));
    }

    [Fact]
    public async Task Delete_OfTheLastFile_TakesTheEmptyFoldersToo()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        computer.Write("Audio Record/audioAnna1937.m4a", Mp4.Of(90, salt: 2));
        await computer.SettleAsync();
        foreach (var file in new[] { "Audio Record/audioAnna1937.m4a", "chat.txt", "recording.conf", "audio1937.m4a", "video1937.mp4" })
        {
            Assert.True(Directory.Exists(computer.Path("")));
            computer.Give(OrderKind.Delete, file);
            await computer.ReceiptAsync();
        }

        Assert.False(Directory.Exists(computer.Path("")));
        Assert.True(Directory.Exists(computer.Root));
        await computer.SettleAsync();
        Assert.Single(computer.Server.Seen);
        Assert.Empty(computer.Server.Troubles);
    }

    [Fact]
    public async Task Delete_OfAllParts_LeavesWhatTheAgentNeverSaw()
    {
        using var computer = await WithRecordingAsync();
        foreach (var part in computer.Server.Seen[0].Parts)
            computer.Give(OrderKind.Delete, part.Name);
        var notes = computer.Write("my notes.docx", "mine");

        await computer.LookAsync();

        Assert.Equal([notes], Directory.GetFiles(computer.Path("")));
    }

    [Fact]
    public async Task Delete_OfAFileThatIsGone_IsAlreadyGone()
    {
        using var computer = await WithRecordingAsync();
        File.Delete(computer.Path("video1937.mp4"));
        computer.Give(OrderKind.Delete, "video1937.mp4");

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.AlreadyGone, EvidenceKind.ConfirmedAbsent), (receipt.Outcome, receipt.Evidence?.Kind));
    }

    [Fact]
    public async Task Delete_WhileTheRootIsAway_WaitsAndConcludesNothing()
    {
        using var computer = await WithRecordingAsync();
        computer.Give(OrderKind.Delete, "video1937.mp4");
        Directory.Move(computer.Root, computer.Root + "-away");

        await computer.LookAsync();
        Assert.Empty(computer.Server.Receipts);
        Directory.Move(computer.Root + "-away", computer.Root);

        Assert.Equal(ReceiptOutcome.Done, (await computer.ReceiptAsync()).Outcome);
    }

    [Fact]
    public async Task Delete_OfAFileThatChanged_IsRefused()
    {
        using var computer = await WithRecordingAsync();
        computer.Write("video1937.mp4", Mp4.Of(90, salt: 9));
        computer.Give(OrderKind.Delete, "video1937.mp4");

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Refused, ReceiptReasons.Changed), (receipt.Outcome, receipt.Reason));
        Assert.Equal((EvidenceKind.Different, Computer.Sha256(Mp4.Of(90, salt: 9))), (receipt.Evidence?.Kind, receipt.Evidence?.Sha256));
        Assert.True(File.Exists(computer.Path("video1937.mp4")));
    }

    [Fact]
    public async Task Delete_OfAFileWithASecondName_IsRefused()
    {
        using var computer = await WithRecordingAsync();
        Shell("ln", computer.Path("video1937.mp4"), Path.Combine(computer.Elsewhere, "kept.mp4"));
        computer.Give(OrderKind.Delete, "video1937.mp4");

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Refused, ReceiptReasons.HardLinked), (receipt.Outcome, receipt.Reason));
        Assert.True(File.Exists(computer.Path("video1937.mp4")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Delete_ThroughAPlantedLink_IsRefused(bool isFolderLinked)
    {
        using var computer = await WithRecordingAsync();
        var other = Path.Combine(computer.Elsewhere, "video1937.mp4");
        File.WriteAllBytes(other, Mp4.Of(90)); // the very same content, outside the root
        if (isFolderLinked)
        {
            Directory.Move(computer.Path(""), computer.Root + "-moved");
            Directory.CreateSymbolicLink(computer.Path("").TrimEnd('/'), computer.Elsewhere);
        }
        else
        {
            File.Delete(computer.Path("video1937.mp4"));
            File.CreateSymbolicLink(computer.Path("video1937.mp4"), other);
        }
        computer.Give(OrderKind.Delete, "video1937.mp4");

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Refused, ReceiptReasons.NotAFile), (receipt.Outcome, receipt.Reason));
        Assert.True(File.Exists(other));
    }

    [Fact]
    public async Task Delete_OfAPipe_IsRefusedAtOnce()
    {
        using var computer = await WithRecordingAsync();
        File.Delete(computer.Path("video1937.mp4"));
        Shell("mkfifo", computer.Path("video1937.mp4"));
        computer.Give(OrderKind.Delete, "video1937.mp4");

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Refused, ReceiptReasons.NotAFile), (receipt.Outcome, receipt.Reason));
    }

    [Fact]
    public async Task Verify_OfAFile_TellsWhetherItIsThere()
    {
        using var computer = await WithRecordingAsync();
        computer.Give(OrderKind.Verify, "video1937.mp4");
        var present = await computer.ReceiptAsync();
        computer.Write("video1937.mp4", "something else");
        computer.Give(OrderKind.Verify, "video1937.mp4");
        var different = await computer.ReceiptAsync();
        File.Delete(computer.Path("video1937.mp4"));
        computer.Give(OrderKind.Verify, "video1937.mp4");
        var absent = await computer.ReceiptAsync();

        Assert.All([present, different, absent], receipt => Assert.Equal(ReceiptOutcome.Done, receipt.Outcome));
        Assert.Equal(
            [EvidenceKind.Present, EvidenceKind.Different, EvidenceKind.ConfirmedAbsent],
            new[] { present, different, absent }.Select(receipt => receipt.Evidence?.Kind).OfType<EvidenceKind>()
        );
    }

    private static async Task<Computer> WithRecordingAsync()
    {
        var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        return computer;
    }

    private static void Shell(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
