using System.Text;
using Microsoft.AspNetCore.Http;
using RecordingAgent.Orders;
using RecordingAgent.Progress;

namespace RecordingAgent.Tests.Orders;

public class UploadTests
{
    [Fact]
    public async Task Upload_Ordered_SendsFieldsInOrderAndTheFileLast()
    {
        using var computer = new Computer();
        await using var canvas = await UploadDouble.StartAsync();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        GiveUpload(computer, canvas.Address);

        var receipt = await computer.ReceiptAsync();

        Assert.Equal(["z-key", "Filename", "a-policy", "file"], canvas.Parts.Select(p => p.Name));
        Assert.Equal("Föreläsning 1.mp4", Encoding.UTF8.GetString(canvas.Parts[1].Content));
        Assert.Equal(("lecture.mp4", "video/mp4"), (canvas.Parts[3].FileName, canvas.Parts[3].ContentType));
        Assert.Equal(Mp4.Of(90), canvas.Parts[3].Content);
        Assert.Equal(["POST /upload?token=opaque"], canvas.Calls);
        Assert.NotNull(canvas.ContentLength);
        Assert.False(canvas.HasAuthorization);
        Assert.Equal(ReceiptOutcome.Done, receipt.Outcome);
        Assert.Equal(new UploadAnswer(201, "https://canvas.campus.example.edu/api/v1/files/7?include[]=x", """{"id":7}"""), receipt.Upload);
        Assert.Equal(Mp4.Of(90).Length, Assert.Single(computer.Server.Progress.OfType<WorkProgress.Upload>()).Done);
        Assert.True(File.Exists(computer.Path("video1937.mp4")));
    }

    [Theory]
    [InlineData(303)]
    [InlineData(307)]
    public async Task Upload_AnsweredByARedirect_ReportsItAndDoesNotFollow(int status)
    {
        using var computer = new Computer();
        await using var canvas = await UploadDouble.StartAsync();
        canvas.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/confirm";
            return Task.CompletedTask;
        };
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        GiveUpload(computer, canvas.Address);

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Done, new UploadAnswer(status, "/confirm", "")), (receipt.Outcome, receipt.Upload));
        Assert.Single(canvas.Calls);
    }

    [Fact]
    public async Task Upload_Rejected_FailsWithTheAnswersFirst64KiB()
    {
        using var computer = new Computer();
        await using var canvas = await UploadDouble.StartAsync();
        canvas.Answer = context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync(new string('x', 100_000));
        };
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        GiveUpload(computer, canvas.Address);

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Failed, ReceiptReasons.Rejected), (receipt.Outcome, receipt.Reason));
        Assert.Equal((500, 64 * 1024), (receipt.Upload?.Status, receipt.Upload?.Body.Length));
    }

    [Fact]
    public async Task Upload_CutOff_Fails()
    {
        using var computer = new Computer();
        await using var canvas = await UploadDouble.StartAsync();
        canvas.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        GiveUpload(computer, canvas.Address);

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Failed, ReceiptReasons.NotAnswered), (receipt.Outcome, receipt.Reason));
    }

    [Fact]
    public async Task Upload_OfAFileThatChanged_IsRefusedUnsent()
    {
        using var computer = new Computer();
        await using var canvas = await UploadDouble.StartAsync();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        computer.Write("video1937.mp4", Mp4.Of(90, salt: 9));
        GiveUpload(computer, canvas.Address);

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Refused, ReceiptReasons.Changed), (receipt.Outcome, receipt.Reason));
        Assert.Empty(canvas.Calls);
    }

    [Fact]
    public async Task Upload_OfAFileThatIsGone_Fails()
    {
        using var computer = new Computer();
        await using var canvas = await UploadDouble.StartAsync();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        File.Delete(computer.Path("video1937.mp4"));
        GiveUpload(computer, canvas.Address);

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Failed, ReceiptReasons.Absent), (receipt.Outcome, receipt.Reason));
    }

    [Theory]
    [InlineData("http://canvas.campus.example.edu/upload", "a.mp4", "video/mp4")]
    [InlineData("ftp://127.0.0.1/upload", "a.mp4", "video/mp4")]
    [InlineData("https://user@canvas.campus.example.edu/upload", "a.mp4", "video/mp4")]
    [InlineData("http://127.0.0.1/upload", "föreläsning.mp4", "video/mp4")]
    [InlineData("http://127.0.0.1/upload", "a\".mp4", "video/mp4")]
    [InlineData("http://127.0.0.1/upload", "a.mp4", "video mp4")]
    public async Task Upload_ToATargetThatIsNone_IsRefused(string url, string fileName, string contentType)
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        GiveUpload(computer, new Uri(url), t => t with { FileName = fileName, ContentType = contentType });

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Refused, ReceiptReasons.BadTarget), (receipt.Outcome, receipt.Reason));
    }

    private static void GiveUpload(Computer computer, Uri address, Func<UploadTarget, UploadTarget>? change = null)
    {
        var target = new UploadTarget
        {
            Url = address,
            Params = [new("z-key", "k"), new("Filename", "Föreläsning 1.mp4"), new("a-policy", "p")],
            FileName = "lecture.mp4",
            ContentType = "video/mp4",
        };
        computer.Give(OrderKind.Upload, "video1937.mp4", o => o with { Upload = change is null ? target : change(target) });
    }
}
