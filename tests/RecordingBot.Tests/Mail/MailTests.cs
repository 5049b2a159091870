using Microsoft.EntityFrameworkCore;
using RecordingBot.Mail;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Mail;

/// <summary>Where a mail server is set up, warnings come as letters too: each once, and none is taken for delivered that was not.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private readonly MailServer server = new();
    private readonly SmallCampus campus;

    public MailTests() =>
        campus = new(
            null,
            "--Mail:Host=127.0.0.1",
            $"--Mail:Port={server.Port}",
            "--Mail:From=recordings@campus.example.edu",
            "--Mail:StartTls=false",
            "--People:0:Mail=teacher@campus.example.edu"
        );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => campus.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await campus.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Warning_ForWhoHasAnAddress_ComesAsALetter()
    {
        await ToFirstWarningAsync();

        var letter = Assert.Single(server.Letters);
        Assert.Contains("To: teacher@campus.example.edu", letter, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", letter, StringComparison.Ordinal);
        Assert.Contains("Message-ID: <", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Linear algebra: ends", letter, StringComparison.Ordinal);
        Assert.Equal(["chat", "canvas", "mail"], (await DigestAsync()).Accepted);
    }

    [Fact]
    public async Task Letter_ThatWasRefused_IsTriedAgainAndNeverCalledTaken()
    {
        server.ToRecipient = "450 not now";
        await ToFirstWarningAsync();
        Assert.Equal(["chat", "canvas"], (await DigestAsync()).Accepted);
        Assert.Empty(server.Letters);

        server.ToRecipient = "250 ok";
        await campus.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(server.Letters);
        Assert.Equal(["chat", "canvas", "mail"], (await DigestAsync()).Accepted);
    }

    [Fact]
    public async Task Letter_WhoseAnswerWasLost_IsNotSentAgain()
    {
        server.BreaksOff = true;
        await ToFirstWarningAsync();
        server.BreaksOff = false;
        await campus.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Single(server.Letters);
        Assert.Equal(["chat", "canvas"], (await DigestAsync()).Accepted);
    }

    [Theory]
    [InlineData(0, "recordings@campus.example.edu", null, null, true, "Port")]
    [InlineData(587, "nowhere", null, null, true, "From")]
    [InlineData(587, "recordings@campus.example.edu", "user", null, true, "go together")]
    [InlineData(587, "recordings@campus.example.edu", "user", "secret", false, "StartTls")]
    public void Settings_ThatCanNotWork_StopTheStart(int port, string from, string? user, string? password, bool startTls, string complaint)
    {
        var options = new MailOptions
        {
            Host = "mail.campus.example.edu",
            Port = port,
            From = from,
            UserName = user,
            Password = password,
            StartTls = startTls,
        };

        var result = new MailOptionsCheck().Validate(null, options);

        Assert.Contains(complaint, Assert.Single(result.Failures!), StringComparison.Ordinal);
        Assert.True(new MailOptionsCheck().Validate(null, new()).Succeeded);
    }

    private async Task ToFirstWarningAsync()
    {
        await campus.RecordedAsync();
        await campus.MoveToAsync((await campus.Canvas.EndsAtAsync()).AddDays(-30).AddMinutes(1));
    }

    private Task<RecordingBot.Expiry.DigestRow> DigestAsync() =>
        campus.ReadAsync(async registry =>
        {
            var teacher = await registry.People.SingleAsync(row => row.Account == "teacher", Ct);
            return await registry.Digests.AsNoTracking().SingleAsync(row => row.PersonId == teacher.Id, Ct);
        });
}
