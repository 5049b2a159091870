using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests;

public sealed class ZoomOptionsTests
{
    private static readonly Uri Loopback = new("http://127.0.0.1:5082");

    [Fact]
    public void Options_Complete_AreTaken()
    {
        using var services = ZoomUnderTest.Services(Loopback, TimeProvider.System);
        Assert.Equal("campus-client-secret", Options(services).ClientSecret!.Reveal());
    }

    [Theory]
    [InlineData("AccountId", "")]
    [InlineData("ClientId", " ")]
    [InlineData("ClientSecret", "")]
    [InlineData("WebhookSecret", "")]
    [InlineData("Chatbot:ClientId", "")]
    [InlineData("Chatbot:ClientSecret", "")]
    [InlineData("Chatbot:RobotJid", " ")]
    [InlineData("Chatbot:SecretToken", "")]
    [InlineData("ApiUrl", "http://api.zoom.us/v2")]
    [InlineData("ApiUrl", "https://someone:pass@api.zoom.us/v2")]
    [InlineData("TokenUrl", "ftp://127.0.0.1/oauth/token")]
    [InlineData("TokenUrl", "/oauth/token")]
    public void Options_OneWrong_IsNamedAndNothingShown(string setting, string value)
    {
        using var services = ZoomUnderTest.Services(Loopback, TimeProvider.System, (setting, value));
        var fault = Assert.Throws<OptionsValidationException>(() => Options(services));
        Assert.Contains($"Zoom:{setting} ", Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("pass", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_WithNothingOfAChatbot_HaveNone()
    {
        using var services = ZoomUnderTest.Services(
            Loopback,
            TimeProvider.System,
            ("Chatbot:ClientId", ""),
            ("Chatbot:ClientSecret", ""),
            ("Chatbot:RobotJid", null),
            ("Chatbot:SecretToken", "")
        );
        Assert.False(Options(services).Chatbot.IsOn);
    }

    [Fact]
    public void Secret_PrintedOrSerialized_IsHidden()
    {
        var secret = new Secret("hush");
        Assert.Equal("***", $"{secret}");
        Assert.Equal("{}", JsonSerializer.Serialize(secret));
    }

    private static ZoomOptions Options(ServiceProvider services) => services.GetRequiredService<IOptions<ZoomOptions>>().Value;
}
