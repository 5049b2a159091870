using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CanvasConnector.Tests;

public sealed class CanvasOptionsTests
{
    [Theory]
    [InlineData("https://canvas.example.edu", true)]
    [InlineData("http://127.0.0.1:5081", true)]
    [InlineData("http://localhost:5081/", true)]
    [InlineData("http://canvas.example.edu", false)]
    [InlineData("https://user@canvas.example.edu", false)]
    [InlineData("https://canvas.example.edu/api/v1", false)]
    [InlineData("https://canvas.example.edu/?x=1", false)]
    [InlineData("ftp://canvas.example.edu", false)]
    public void BaseUrl_IsHttpsOrLoopback(string address, bool accepted)
    {
        var services = Build(("BaseUrl", address), ("Token", "t0ken"));

        var fault = Record.Exception(() => services.GetRequiredService<CanvasClient>());

        Assert.Equal(accepted, fault is null);
        if (!accepted)
            Assert.Contains("Canvas:BaseUrl", Assert.IsType<OptionsValidationException>(fault).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_SeveralWrong_AreNamedTogether()
    {
        var services = Build(("RootAccountId", "x"), ("MaxAttempts", "0"));

        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<CanvasClient>());

        foreach (var name in new[] { "Canvas:BaseUrl", "Canvas:Token", "Canvas:RootAccountId", "MaxAttempts" })
            Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Token", "")]
    [InlineData("ClientId ClientSecret RefreshToken", "")]
    [InlineData("", "Canvas:Token Canvas:ClientId Canvas:ClientSecret Canvas:RefreshToken")]
    [InlineData("ClientId", "Canvas:ClientSecret Canvas:RefreshToken")]
    [InlineData("ClientSecret RefreshToken", "Canvas:ClientId")]
    [InlineData("Token RefreshToken", "Canvas:RefreshToken Canvas:Token")]
    [InlineData("Token ClientId ClientSecret RefreshToken", "Canvas:ClientId Canvas:ClientSecret Canvas:RefreshToken")]
    public void SignIn_IsByTokenOrByRefresh(string given, string complaints)
    {
        var settings = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, "v4lue"));
        var services = Build([("BaseUrl", "https://canvas.example.edu"), .. settings]);

        var fault = Record.Exception(() => services.GetRequiredService<CanvasClient>());

        Assert.Equal(complaints.Length == 0, fault is null);
        if (fault is null)
            return;
        foreach (var name in complaints.Split(' '))
            Assert.Contains(name, Assert.IsType<OptionsValidationException>(fault).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("v4lue", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SignIn_EmptySettings_CountAsMissing()
    {
        var services = Build(
            ("BaseUrl", "https://canvas.example.edu"),
            ("Token", "v4lue"),
            ("ClientId", ""),
            ("ClientSecret", ""),
            ("RefreshToken", "")
        );

        Assert.NotNull(services.GetRequiredService<CanvasClient>());
    }

    [Theory]
    [InlineData("Token")]
    [InlineData("ClientSecret")]
    [InlineData("RefreshToken")]
    public void Secret_ThatIsNotOneWord_IsNamedWithoutShowingIt(string setting)
    {
        var services = Build(("BaseUrl", "https://canvas.example.edu"), (setting, "two words"));

        var fault = Record.Exception(() => services.GetRequiredService<CanvasClient>());

        var told = Assert.IsType<OptionsValidationException>(fault).ToString();
        Assert.Contains($"Canvas:{setting} must be one word", told, StringComparison.Ordinal);
        Assert.DoesNotContain("two words", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_Printed_IsHidden()
    {
        var token = new CanvasToken("t0ken");

        Assert.Equal("***", $"{token}");
        Assert.Equal("\"***\"", JsonSerializer.Serialize(token));
        Assert.Equal("t0ken", token.Reveal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    public void Token_NotOneWord_IsRefusedWithoutShowingIt(string text)
    {
        var fault = Assert.Throws<ArgumentException>(() => new CanvasToken(text));

        if (text.Length > 0)
            Assert.DoesNotContain(text, fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(params (string Name, string Value)[] settings) =>
        new ServiceCollection()
            .AddCanvas(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))
                    .Build()
            )
            .BuildServiceProvider();
}
