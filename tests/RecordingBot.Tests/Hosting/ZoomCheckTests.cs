using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Tests.Conventions;
using RecordingBot.Tests.Support;
using ZoomConnector;
using ZoomSimulator;

namespace RecordingBot.Tests.Hosting;

/// <summary>The verb by which whoever runs the bot sees whether its app in Zoom does.</summary>
public sealed class ZoomCheckTests : CampusTests
{
    private static readonly ImmutableArray<string> Needed = [.. ZoomWork.Scopes(new()).Keys];

    [Fact]
    public async Task Check_WithJustTheScopesThatAreNeeded_FindsNothingMissing()
    {
        var (status, said) = await CheckAsync(Needed);

        Assert.Equal((0, true), (status, said.EndsWith("Nothing is known to be missing.\n", StringComparison.Ordinal)));
        Assert.Contains($"{Campus.Address}zoom/webhooks passes Zoom's challenge.", said, StringComparison.Ordinal);
        Assert.Contains($"{Campus.Address}zoom/chat passes Zoom's challenge.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("missing:", said, StringComparison.Ordinal);
        Assert.DoesNotContain("not needed:", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithOneScopeLessAndOneMore_NamesBoth()
    {
        const string Less = "team_chat:write:user_message:admin";
        var (status, said) = await CheckAsync([.. Needed.Remove(Less), "user:delete:user:admin"]);

        Assert.Equal(1, status);
        Assert.Contains($"missing: {Less} (to post the notice in a meeting's chat)", said, StringComparison.Ordinal);
        Assert.Contains("not needed: user:delete:user:admin", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing is known", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zoom:WebhookSecret", "another", "answers Zoom's challenge with 401")]
    [InlineData("Zoom:Chatbot:SecretToken", "another", "it runs with another Zoom:Chatbot:SecretToken")]
    [InlineData("PublicUrl", "http://127.0.0.1:9", "doesn't answer within 3 seconds")]
    [InlineData("PublicUrl", "", "PublicUrl is missing")]
    public async Task Check_WhereEventsCanNotArrive_SaysWhy(string setting, string value, string why)
    {
        var (status, said) = await CheckAsync(Needed, (setting, value));

        Assert.Equal(1, status);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhereZoomDoesNotKnowTheApp_SaysSo()
    {
        var fault = await Assert.ThrowsAsync<ZoomConnector.Errors.ZoomException>(() =>
            CheckAsync(Needed, ("Zoom:ClientSecret", "another"))
        );
        Assert.Contains("doesn't accept the account, client id or client secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithoutAChatbot_SaysSoAndMissesNothing()
    {
        var (status, said) = await CheckAsync(
            Needed,
            ("Zoom:Chatbot:ClientId", ""),
            ("Zoom:Chatbot:ClientSecret", ""),
            ("Zoom:Chatbot:RobotJid", ""),
            ("Zoom:Chatbot:SecretToken", "")
        );

        Assert.Equal(0, status);
        Assert.Contains("Team Chat: off", said, StringComparison.Ordinal);
    }

    /// <summary>The manifest of the chatbot's app has just the scope, the door and the events that are used; Zoom sends those unasked.</summary>
    [Fact]
    public async Task ChatManifest_NamesWhatIsNeededAndNothingElse()
    {
        var folder = Path.Combine(House.Root, "manifests", "zoom");
        var manifest = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "chat-app.json"), Ct));

        Assert.Equal(
            ZoomWork.ChatScopes.Keys.Select(name => (name, false)),
            manifest
                .GetProperty("oauth_information")
                .GetProperty("scopes")
                .EnumerateArray()
                .Select(scope => (scope.GetProperty("scope").GetString()!, scope.GetProperty("optional").GetBoolean()))
        );
        var features = manifest.GetProperty("features");
        var command = features.GetProperty("team_chat_subscription").GetProperty("slash_command");
        foreach (var address in new[] { "development_message_url", "production_message_url" })
            Assert.Equal(ZoomWork.ChatDoor, new Uri(command.GetProperty(address).GetString()!).AbsolutePath);
        Assert.Empty(features.GetProperty("event_subscription").GetProperty("events").EnumerateArray());
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), Ct);
        Assert.All(ZoomWork.ChatScopes, scope => Assert.Contains($"| `{scope.Key}` | {scope.Value} |", page, StringComparison.Ordinal));
        Assert.Contains(
            string.Join(", ", ZoomWork.ChatEvents.Select(name => $"`{name}`")),
            page.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
    }

    /// <summary>What is asked for is what the bot uses: with just those scopes a lecture lives its whole life in the tests, which have the simulator's.</summary>
    [Fact]
    public void Scopes_AreThoseThatTheSimulatorKnows() =>
        Assert.Equal(
            new ZoomServerOptions
            {
                DataFolder = "",
                RecordingsFolder = "",
                Clock = TimeProvider.System,
            }.Scopes.Order(StringComparer.Ordinal),
            Needed
        );

    [Fact]
    public void Scopes_WhereNothingIsChanged_AreWithoutAnyToChange() =>
        Assert.DoesNotContain(
            ZoomWork.Scopes(new MeetingsOptions { Gate = "observe" }).Keys,
            name => name.Contains(":update:", StringComparison.Ordinal)
        );

    [Fact]
    public async Task SetUpPage_NamesWhatIsNeededAndNothingElse()
    {
        var page = await File.ReadAllLinesAsync(Path.Combine(House.Root, "manifests", "zoom", "README.md"), Ct);

        Assert.Equal(
            ZoomWork.Scopes(new()).Select(scope => $"| `{scope.Key}` | {scope.Value} |"),
            page.Where(line => line.Contains(":admin` |", StringComparison.Ordinal))
        );
        Assert.Equal(
            ZoomWork.Events.Select(name => $"  - `{name}`"),
            page.Where(line => line.StartsWith("  - ", StringComparison.Ordinal))
        );
    }

    private async Task<(int Status, string Said)> CheckAsync(ImmutableArray<string> granted, params (string Key, string Value)[] with)
    {
        var folder = Directory.CreateTempSubdirectory("recordingbot-zoom-").FullName;
        var clock = Campus.Services.GetRequiredService<TimeProvider>();
        await using var zoom = ZoomServer.Build(
            new()
            {
                DataFolder = folder,
                RecordingsFolder = folder,
                Clock = clock,
                Scopes = granted,
            }
        );
        await zoom.StartAsync(Ct);
        var settings = new ConfigurationBuilder()
            .AddConfiguration(Campus.Services.GetRequiredService<IConfiguration>())
            .AddInMemoryCollection([
                new("PublicUrl", Campus.Address.AbsoluteUri),
                new("Zoom:ApiUrl", new Uri(zoom.Address, "/v2").AbsoluteUri),
                new("Zoom:TokenUrl", new Uri(zoom.Address, "/oauth/token").AbsoluteUri),
            ])
            .AddInMemoryCollection(with.Select(one => KeyValuePair.Create<string, string?>(one.Key, one.Value)))
            .Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddZoom(settings.GetSection("Zoom"))
            .BuildServiceProvider();
        await using var output = new StringWriter();
        var status = await ZoomCheckCommand.CheckAsync(services, settings, output, Ct);
        Scratch.Remove(folder);
        return (status, output.ToString());
    }
}
