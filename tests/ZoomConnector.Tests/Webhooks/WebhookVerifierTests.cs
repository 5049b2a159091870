using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using ZoomConnector.Tests.Support;
using ZoomConnector.Webhooks;

namespace ZoomConnector.Tests.Webhooks;

public sealed class WebhookVerifierTests
{
    private const string Current = "current-secret";

    private const string Previous = "previous-secret";

    private readonly ManualClock clock = new();

    private readonly byte[] body = Encoding.UTF8.GetBytes(
        """{"event":"meeting.started","payload":{"object":{"topic":"Föreläsning åäö"}}}"""
    );

    [Fact]
    public void Verify_SignedWithCurrentSecret_Accepts() => Assert.Equal(0, Assert.IsType<WebhookVerdict.Accepted>(Judge()).SecretIndex);

    [Fact]
    public void Verify_SignedWithPreviousSecret_AcceptsAndSaysWhich() =>
        Assert.Equal(1, Assert.IsType<WebhookVerdict.Accepted>(Judge(secret: Previous)).SecretIndex);

    [Fact]
    public void Verify_PreviousSecretEmpty_IsNoSecret()
    {
        var verifier = Verifier("");
        var timestamp = Signed.At(clock.GetUtcNow());
        Assert.Equal(
            new WebhookVerdict.Refused(WebhookRefusal.SignatureWrong),
            verifier.Verify(Signed.With("", timestamp, body), timestamp, body)
        );
    }

    [Fact]
    public void Verify_SignedWithAnotherSecret_Refuses() => Refuses(WebhookRefusal.SignatureWrong, Judge(secret: "another-secret"));

    [Fact]
    public void Verify_AnyByteAltered_Refuses()
    {
        var timestamp = Signed.At(clock.GetUtcNow());
        var signature = Signed.With(Current, timestamp, body);
        for (var index = 0; index < body.Length; index++)
        {
            byte[] altered = [.. body];
            altered[index] ^= 1;
            Refuses(WebhookRefusal.SignatureWrong, Verifier().Verify(signature, timestamp, altered));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public void Verify_Within300Seconds_Accepts(int age) => Assert.IsType<WebhookVerdict.Accepted>(Judge(age));

    [Theory]
    [InlineData(301)]
    [InlineData(85 * 60)]
    [InlineData(24 * 3600)]
    public void Verify_UpTo24HoursOld_IsStale(int age) =>
        Assert.Equal(clock.GetUtcNow().AddSeconds(-age), Assert.IsType<WebhookVerdict.Stale>(Judge(age)).SentAt);

    [Fact]
    public void Verify_OldAndWrongSecret_Refuses() => Refuses(WebhookRefusal.SignatureWrong, Judge(3600, "another-secret"));

    [Fact]
    public void Verify_Over24HoursOld_Refuses() => Refuses(WebhookRefusal.TooOld, Judge((24 * 3600) + 1));

    [Fact]
    public void Verify_FromTheFuture_Refuses() => Refuses(WebhookRefusal.FromTheFuture, Judge(-301));

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("1789000000.5")]
    [InlineData("-5")]
    [InlineData(" 1789000000")]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999")]
    public void Verify_TimeUnreadable_Refuses(string timestamp) =>
        Refuses(WebhookRefusal.TimeUnreadable, Verifier().Verify(Signed.With(Current, timestamp, body), timestamp, body));

    [Fact]
    public void Verify_HeaderMissingOrDoubled_Refuses()
    {
        var timestamp = Signed.At(clock.GetUtcNow());
        var signature = Signed.With(Current, timestamp, body);
        StringValues[] wrong = [StringValues.Empty, new([signature, signature])];
        Assert.All(wrong, signatures => Refuses(WebhookRefusal.HeadersNotSingle, Verifier().Verify(signatures, timestamp, body)));
        wrong = [StringValues.Empty, new([timestamp, timestamp])];
        Assert.All(wrong, timestamps => Refuses(WebhookRefusal.HeadersNotSingle, Verifier().Verify(signature, timestamps, body)));
    }

    [Fact]
    public void Verify_SignatureNotInZoomsForm_Refuses()
    {
        var timestamp = Signed.At(clock.GetUtcNow());
        var signature = Signed.With(Current, timestamp, body);
        string[] wrong =
        [
            signature[3..],
            "v1=" + signature[3..],
            "v0=" + signature[3..].ToUpperInvariant(),
            signature[..^2],
            signature[..^1] + "g",
        ];
        Assert.All(wrong, one => Refuses(WebhookRefusal.SignatureMalformed, Verifier().Verify(one, timestamp, body)));
    }

    [Fact]
    public void Answer_ToAChallenge_UsesTheSecretThatSignedIt()
    {
        var answer = Verifier().Answer("uV3xExampleToken", new WebhookVerdict.Accepted(1, clock.GetUtcNow()));
        Assert.Equal(UrlValidation.Answer("uV3xExampleToken", new Secret(Previous)), answer);
    }

    private static void Refuses(WebhookRefusal reason, WebhookVerdict verdict) => Assert.Equal(new WebhookVerdict.Refused(reason), verdict);

    private WebhookVerdict Judge(int age = 0, string secret = Current)
    {
        var timestamp = Signed.At(clock.GetUtcNow().AddSeconds(-age));
        return Verifier().Verify(Signed.With(secret, timestamp, body), timestamp, body);
    }

    private WebhookVerifier Verifier(string previous = Previous) =>
        new(Options.Create(new ZoomOptions { WebhookSecret = new Secret(Current), PreviousWebhookSecret = new Secret(previous) }), clock);
}
