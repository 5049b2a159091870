using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Mail;

/// <summary>The newest checkpoint of the audit goes to the data protection officer by mail, once a day, where a mail server is set up (security.md 7).</summary>
public sealed partial class CheckpointMailTests : IAsyncLifetime
{
    private readonly MailServer server = new();
    private readonly SmallCampus campus;

    public CheckpointMailTests() =>
        campus = new(
            null,
            "--Mail:Host=127.0.0.1",
            $"--Mail:Port={server.Port}",
            "--Mail:From=recordings@campus.example.edu",
            "--Mail:StartTls=false",
            "--People:3:Mail=dpo@campus.example.edu"
        );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => campus.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await campus.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Checkpoint_ThatIsNew_GoesToTheDataProtectionOfficerOnceADay()
    {
        await campus.RecordedAsync();
        await campus.AdvanceAsync(TimeSpan.FromHours(20));
        var first = Assert.Single(server.Letters);
        Assert.Contains("To: dpo@campus.example.edu", first, StringComparison.Ordinal);

        await campus.RecordedAsync("The next day");
        await campus.AdvanceAsync(TimeSpan.FromHours(6));

        Assert.Equal(2, server.Letters.Count);
        var sent = await campus.ReadAsync(registry => registry.AuditCheckpoints.Where(row => row.MailedAt != null).ToListAsync(Ct));
        Assert.Equal(2, sent.Count);
        Assert.All(sent, row => Assert.Contains(server.Letters, letter => Decoded(letter).Contains(row.Line, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Checkpoint_WhileTheMailServerRefuses_IsTriedAgain()
    {
        server.ToRecipient = "450 not now";
        await campus.RecordedAsync();
        await campus.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Empty(server.Letters);

        server.ToRecipient = "250 ok";
        await campus.AdvanceAsync(TimeSpan.FromHours(1.5));

        Assert.Contains("To: dpo@campus.example.edu", Assert.Single(server.Letters), StringComparison.Ordinal);
    }

    /// <summary>Quoted-printable, as letters are sent.</summary>
    private static string Decoded(string letter) =>
        Code().Replace(SoftBreak().Replace(letter, ""), code => ((char)Convert.ToByte(code.Groups["code"].Value, 16)).ToString());

    [GeneratedRegex("=\r?\n", RegexOptions.None, 1000)]
    private static partial Regex SoftBreak();

    [GeneratedRegex("=(?<code>[0-9A-F]{2})", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
