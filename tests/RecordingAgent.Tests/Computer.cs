using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using RecordingAgent.Orders;

namespace RecordingAgent.Tests;

/// <summary>A teacher's computer with a folder of Zoom's, an agent, a server to talk to and a clock.</summary>
internal sealed class Computer : IDisposable
{
    public const string Session = "2026-11-02 10.15.00 Algebra 93712345678";

    private readonly TemporaryFolder disk = new();
    private readonly AgentOptions options;
    private Agent agent;

    /// <summary>A computer with its settings.</summary>
    /// <param name="waveformProgram">The program that draws; null for none.</param>
    public Computer(string? waveformProgram = null)
    {
        Directory.CreateDirectory(Root);
        options = new AgentOptions
        {
            Folders = [Root],
            StateFolder = State,
            DeviceId = "device-1",
            ServerPublicKey = Server.Signer.PublicKey,
            WaveformProgram = waveformProgram,
            WaveformPatience = TimeSpan.FromSeconds(1),
        };
        agent = Start();
    }

    public ManualClock Clock { get; } = new();

    public FakeServer Server { get; } = new();

    public string Root => disk["zoom"];

    public string State => disk["state"];

    public string Elsewhere => Directory.CreateDirectory(disk["elsewhere"]).FullName;

    public byte[] DeviceKey => agent.DevicePublicKey;

    public Task<DateTimeOffset?> LookAsync(CancellationToken? ct = null) => agent.RunAsync(ct ?? TestContext.Current.CancellationToken);

    /// <summary>Looks, waits as long as a folder must stay unchanged, and looks again.</summary>
    public async Task SettleAsync()
    {
        await LookAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));
        await LookAsync();
    }

    /// <summary>The process ends and is started again.</summary>
    public void Restart()
    {
        agent.Dispose();
        agent = Start();
    }

    public string Path(string file, string session = Session) => System.IO.Path.Combine(Root, session, file);

    public string Write(string file, byte[] content, string session = Session)
    {
        var path = Path(file, session);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string file, string content, string session = Session) =>
        Write(file, System.Text.Encoding.UTF8.GetBytes(content), session);

    /// <summary>A folder as Zoom leaves it when it has finished.</summary>
    public void WriteFinishedSession(string session = Session)
    {
        Write("video1937.mp4", Mp4.Of(90), session);
        Write("audio1937.m4a", Mp4.Of(90, salt: 1), session);
        Write("chat.txt", "10:20 Anna: hej", session);
        Write("recording.conf", Conf(100), session);
    }

    public static string Conf(int process, string video = "video1937.mp4") =>
        $$"""{"magic_number":"937","items":[{"video":"{{video}}","audio":"audio1937.m4a","prefix":"","process":{{process}}}]}""";

    /// <summary>Gives an order over a part as it was registered, changed as the test likes.</summary>
    public Order Give(OrderKind kind, string file, Func<Order, Order>? change = null)
    {
        var seen = Server.Seen[^1];
        var part = seen.Parts.Single(p => p.RelativePath == $"{seen.RelativeFolder}/{file}");
        var order = new Order
        {
            Id = $"o-{Server.Orders.Count + 1}",
            DeviceId = "device-1",
            Kind = kind,
            RootId = seen.RootId,
            RelativePath = part.RelativePath,
            Size = part.Size,
            Sha256 = part.Sha256,
            NotBefore = Clock.GetUtcNow(),
            ExpiresAt = Clock.GetUtcNow().AddDays(7),
        };
        order = change is null ? order : change(order);
        Server.Orders.Add(Server.Signer.Sign(order));
        return order;
    }

    /// <summary>Looks, and gives the receipt that came; its signature is checked.</summary>
    public async Task<Receipt> ReceiptAsync()
    {
        var before = Server.Receipts.Count;
        await LookAsync();
        var receipt = Assert.Single(Server.Receipts.Skip(before));
        using var verifier = new ReceiptVerifier(DeviceKey);
        Assert.True(verifier.IsGenuine(receipt));
        return receipt.Receipt;
    }

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public void Dispose()
    {
        agent.Dispose();
        Server.Dispose();
        disk.Dispose();
    }

    private Agent Start() => new(options, Server, Clock, NullLogger<Agent>.Instance);
}
