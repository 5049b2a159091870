using System.Net;

namespace BotConnector.Tests.DirectLine;

public class TokenTests
{
    [Fact]
    public async Task Generate_ForTheSamePerson_LeadsToTheSameConversation()
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, first) = await host.CallAsync("POST", "tokens/generate", user: "anna");
        var (_, again) = await host.CallAsync("POST", "tokens/generate", user: "anna", body: new { user = new { id = "bo" } });
        var (_, other) = await host.CallAsync("POST", "tokens/generate", user: "bo");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1800, first.GetProperty("expires_in").GetInt32());
        Assert.Equal(first.GetProperty("conversationId").GetString(), again.GetProperty("conversationId").GetString());
        Assert.NotEqual(first.GetProperty("conversationId").GetString(), other.GetProperty("conversationId").GetString());
    }

    [Fact]
    public async Task Generate_WhenNobodyIsSignedIn_Is401()
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, body) = await host.CallAsync("POST", "tokens/generate");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("Unauthorized", Code(body));
    }

    [Fact]
    public async Task Token_After30Minutes_HasExpired()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        host.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        var (good, refreshed) = await host.CallAsync("POST", "tokens/refresh", talk.Token);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var (late, body) = await host.CallAsync("GET", $"conversations/{talk.Conversation}/activities", talk.Token);
        var (renewed, _) = await host.CallAsync(
            "GET",
            $"conversations/{talk.Conversation}/activities",
            refreshed.GetProperty("token").GetString()
        );

        Assert.Equal(HttpStatusCode.OK, good);
        Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (late, Code(body)));
        Assert.Equal(HttpStatusCode.OK, renewed);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.CallAsync("POST", "tokens/refresh", talk.Token)).Status);
    }

    [Fact]
    public async Task Token_WithAnyCharacterChanged_IsNoToken()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");
        string[] forged =
        [
            "",
            "a.b.c",
            talk.Token[..talk.Token.LastIndexOf('.')] + ".",
            "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0" + talk.Token[talk.Token.IndexOf('.')..],
            .. Enumerable
                .Range(0, talk.Token.Length - 1) // The last character holds unused bits.
                .Where(n => n % 5 == 0)
                .Select(n => $"{talk.Token[..n]}{(talk.Token[n] == 'A' ? 'B' : 'A')}{talk.Token[(n + 1)..]}"),
        ];

        foreach (var token in forged)
        {
            var (status, _) = await host.CallAsync("GET", $"conversations/{talk.Conversation}/activities", token);
            Assert.Equal(HttpStatusCode.Unauthorized, status);
        }
    }

    [Fact]
    public async Task Token_OfAnotherHostsKey_IsNoToken()
    {
        await using var host = await DirectLineHost.StartAsync();
        await using var other = await DirectLineHost.StartAsync(o => o.Key = new byte[32]);
        var talk = await other.StartTalkAsync("anna");

        var (status, _) = await host.CallAsync("POST", "conversations", talk.Token);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/activities")]
    [InlineData("POST", "/activities")]
    public async Task Token_ForAnotherConversation_IsForbidden(string method, string call)
    {
        await using var host = await DirectLineHost.StartAsync();
        var anna = await host.StartTalkAsync("anna");
        var bo = await host.StartTalkAsync("bo");

        var (status, body) = await host.CallAsync(
            method,
            $"conversations/{bo.Conversation}{call}",
            anna.Token,
            method == "POST" ? new { type = "message", text = "hej" } : null
        );

        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (status, Code(body)));
    }

    [Fact]
    public async Task Token_IsAJwtWhoseUserClaimNamesThePerson()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("anna");

        var claims = System.Text.Json.JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(talk.Token.Split('.')[1]));

        Assert.Equal("anna", claims.RootElement.GetProperty("user").GetString());
    }

    [Fact]
    public async Task Host_WithoutAKey_DoesNotStart()
    {
        var fault = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            DirectLineHost.StartAsync(o => o.Key = [])
        );

        Assert.Contains("Key must have 32 bytes", fault.Message);
    }

    private static string? Code(System.Text.Json.JsonElement body) => body.GetProperty("error").GetProperty("code").GetString();
}
