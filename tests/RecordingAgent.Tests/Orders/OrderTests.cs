using RecordingAgent.Orders;

namespace RecordingAgent.Tests.Orders;

public class OrderTests
{
    public static TheoryData<string, Func<Order, Order>> Wrong =>
        new()
        {
            { ReceiptReasons.OtherDevice, o => o with { DeviceId = "device-2" } },
            { ReceiptReasons.Expired, o => o with { ExpiresAt = o.NotBefore } },
            { ReceiptReasons.OutsideRoot, o => o with { RelativePath = "../elsewhere/video1937.mp4" } },
            { ReceiptReasons.OutsideRoot, o => o with { RelativePath = "/etc/hosts" } },
            { ReceiptReasons.OutsideRoot, o => o with { RelativePath = o.RelativePath.Replace("/", "/./", StringComparison.Ordinal) } },
            { ReceiptReasons.OutsideRoot, o => o with { RelativePath = o.RelativePath + "/" } },
            { ReceiptReasons.OutsideRoot, o => o with { RelativePath = "" } },
            { ReceiptReasons.OutsideRoot, o => o with { RelativePath = o.RelativePath + "\0" } },
            { ReceiptReasons.UnknownRoot, o => o with { RootId = "another" } },
            { ReceiptReasons.NotRegistered, o => o with { RelativePath = ".recording-agent-root" } },
            { ReceiptReasons.NotRegistered, o => o with { RelativePath = $"{Computer.Session}/new.mp4" } },
            { ReceiptReasons.Changed, o => o with { Size = o.Size + 1 } },
            { ReceiptReasons.Changed, o => o with { Sha256 = new string('0', 64) } },
            { ReceiptReasons.BadTarget, o => o with { Kind = OrderKind.Upload } },
        };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task Order_ThatIsNotTheAgentsBusiness_IsRefused(string reason, Func<Order, Order> change)
    {
        using var computer = await WithRecordingAsync();
        computer.Write("new.mp4", Mp4.Of(1));
        computer.Give(OrderKind.Delete, "video1937.mp4", change);

        var receipt = await computer.ReceiptAsync();

        Assert.Equal((ReceiptOutcome.Refused, reason), (receipt.Outcome, receipt.Reason));
        Assert.Equal(5, Directory.GetFiles(computer.Path("")).Length);
        Assert.True(File.Exists(Path.Combine(computer.Root, ".recording-agent-root")));
    }

    [Fact]
    public async Task Order_WithAnyMemberTampered_IsRefusedAndTheGenuineOneStillDone()
    {
        using var computer = await WithRecordingAsync();
        var genuine = computer.Server.Signer.Sign(computer.Give(OrderKind.Delete, "chat.txt"));
        computer.Server.Orders.Clear();
        computer.Server.Orders.Add(genuine with { Order = genuine.Order with { Kind = OrderKind.Verify } });
        computer.Server.Orders.Add(new SignedOrder(genuine.Order, new byte[64]));
        computer.Server.Orders.Add(new SignedOrder(genuine.Order, []));
        await computer.LookAsync();

        Assert.Equal(
            Enumerable.Repeat((ReceiptOutcome.Refused, (string?)ReceiptReasons.BadSignature), 3),
            computer.Server.Receipts.Select(r => (r.Receipt.Outcome, r.Receipt.Reason))
        );
        Assert.True(File.Exists(computer.Path("chat.txt")));
        computer.Server.Orders.Clear();
        computer.Server.Receipts.Clear();
        computer.Server.Orders.Add(genuine);

        Assert.Equal(ReceiptOutcome.Done, (await computer.ReceiptAsync()).Outcome);
    }

    [Fact]
    public async Task Order_NotYetDue_Waits()
    {
        using var computer = await WithRecordingAsync();
        var due = computer.Clock.GetUtcNow().AddDays(3);
        computer.Give(OrderKind.Delete, "chat.txt", o => o with { NotBefore = due });

        Assert.Equal(due, await computer.LookAsync());
        Assert.Empty(computer.Server.Receipts);
        computer.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(ReceiptOutcome.Done, (await computer.ReceiptAsync()).Outcome);
    }

    [Fact]
    public async Task Order_GivenAgain_GetsTheSameReceipt()
    {
        using var computer = await WithRecordingAsync();
        computer.Server.RepeatsOrders = true;
        computer.Give(OrderKind.Delete, "chat.txt");

        await computer.LookAsync();
        computer.Clock.Advance(TimeSpan.FromDays(30)); // expired by now
        computer.Restart();
        await computer.LookAsync();

        Assert.Equal(2, computer.Server.Receipts.Count);
        Assert.Equal(computer.Server.Receipts[0].Receipt, computer.Server.Receipts[1].Receipt);
        Assert.Equal(computer.Server.Receipts[0].Signature, computer.Server.Receipts[1].Signature);
    }

    [Fact]
    public async Task Receipt_ThatTheServerDidNotTake_IsReportedAfterARestart()
    {
        using var computer = await WithRecordingAsync();
        computer.Give(OrderKind.Delete, "chat.txt");
        computer.Server.OnReport = () => throw new HttpRequestException("The server went away.");
        Assert.NotNull(await computer.LookAsync());
        Assert.False(File.Exists(computer.Path("chat.txt")));
        computer.Server.OnReport = null;
        computer.Server.Orders.Clear(); // even if the order is no longer named

        computer.Restart();

        Assert.Equal(ReceiptOutcome.Done, (await computer.ReceiptAsync()).Outcome);
        Assert.Null(await computer.LookAsync());
        Assert.Single(computer.Server.Receipts);
    }

    [Fact]
    public async Task Agent_StoppedDuringAnUpload_BeginsItAnew()
    {
        using var computer = await WithRecordingAsync();
        await using var canvas = await UploadDouble.StartAsync();
        using var stop = new CancellationTokenSource();
        var answer = canvas.Answer;
        canvas.Answer = async context =>
        {
            await stop.CancelAsync();
            await answer(context);
        };
        computer.Give(
            OrderKind.Upload,
            "video1937.mp4",
            o =>
                o with
                {
                    Upload = new UploadTarget
                    {
                        Url = canvas.Address,
                        Params = [],
                        FileName = "a.mp4",
                        ContentType = "video/mp4",
                    },
                }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => computer.LookAsync(stop.Token));
        Assert.Empty(computer.Server.Receipts);
        canvas.Answer = answer;
        computer.Restart();

        Assert.Equal(ReceiptOutcome.Done, (await computer.ReceiptAsync()).Outcome);
        Assert.Equal(2, canvas.Calls.Count);
    }

    private static async Task<Computer> WithRecordingAsync()
    {
        var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        return computer;
    }
}
