using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using RecordingBot.Meetings;
using ZoomConnector;
using ZoomConnector.TeamChat;
using ZoomConnector.Webhooks;

namespace RecordingBot.Hosting;

/// <summary>
/// <c>zoom check</c>: what the apps lack in Zoom or have too much for their work, and whether the doors for Zoom's events answer as Zoom wants them
/// to, at their public address. Changes nothing.
/// </summary>
public static class ZoomCheckCommand
{
    /// <summary>As long as Zoom waits (facts/zoom.md 1.3).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static Command Create()
    {
        var command = new Command(
            "check",
            "Tells what the bot's apps in Zoom lack or have too much, and whether Zoom's events can reach the bot."
        );
        command.SetAction(
            (parsed, ct) =>
            {
                var (console, settings) = (parsed.InvocationConfiguration, VerbSettings.Read());
                return ZoomVerb.RunAsync(settings, console, services => CheckAsync(services, settings, console.Output, ct));
            }
        );
        return command;
    }

    /// <summary>Asks and prints.</summary>
    /// <returns>1 where something is missing, else 0.</returns>
    public static async Task<int> CheckAsync(IServiceProvider services, IConfiguration settings, TextWriter output, CancellationToken ct)
    {
        var meetings = settings.GetSection("Meetings").Get<MeetingsOptions>() ?? new();
        var zoom = services.GetRequiredService<IOptions<ZoomOptions>>().Value;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        List<(bool Missing, string Line)> found =
        [
            .. Scopes(await services.GetRequiredService<ZoomClient>().Access.ReadScopesAsync(ct), ZoomWork.Scopes(meetings)),
            await LookAsync(settings, ZoomWork.Door, zoom.WebhookSecret!, "Zoom:WebhookSecret", now, ct),
            (false, $"Zoom doesn't tell which events the app is subscribed to. It needs: {string.Join(", ", ZoomWork.Events)}."),
        ];
        if (zoom.Chatbot.IsOn)
        {
            var granted = await services.GetRequiredService<ZoomChatbot>().Access.ReadScopesAsync(ct);
            found.Add((false, "Team Chat: the chatbot's app is known to Zoom."));
            found.AddRange(Scopes(granted, ZoomWork.ChatScopes));
            found.Add(await LookAsync(settings, ZoomWork.ChatDoor, zoom.Chatbot.SecretToken!, "Zoom:Chatbot:SecretToken", now, ct));
        }
        else
            found.Add((false, "Team Chat: off, nothing of Zoom:Chatbot is set."));
        foreach (var (_, line) in found)
            await output.WriteLineAsync(line);
        if (found.Exists(one => one.Missing))
            return 1;
        await output.WriteLineAsync("Nothing is known to be missing.");
        return 0;
    }

    private static IEnumerable<(bool Missing, string Line)> Scopes(
        IReadOnlySet<string>? granted,
        IReadOnlyDictionary<string, string> needed
    ) =>
        granted is null
            ? [(false, $"Zoom doesn't tell the app's scopes. It needs: {string.Join(", ", needed.Keys)}.")]
            :
            [
                .. needed.Where(scope => !granted.Contains(scope.Key)).Select(scope => (true, $"missing: {scope.Key} (to {scope.Value})")),
                .. granted
                    .Except(needed.Keys, StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(name => (false, $"not needed: {name}")),
            ];

    /// <summary>Whether Zoom's events can come in at a door.</summary>
    private static async Task<(bool Missing, string Line)> LookAsync(
        IConfiguration settings,
        string path,
        Secret secret,
        string setting,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (!Uri.TryCreate(settings["PublicUrl"], UriKind.Absolute, out var site))
            return (true, "missing: PublicUrl is missing: the address at which Zoom reaches the bot.");
        var door = new Uri(site, path);
        return await ChallengeAsync(door, secret, setting, now, ct) is { } wrong
            ? (true, $"missing: {wrong}")
            : (false, $"{door} passes Zoom's challenge.");
    }

    /// <summary>Sends what Zoom would send.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    private static async Task<string?> ChallengeAsync(Uri door, Secret secret, string setting, DateTimeOffset now, CancellationToken ct)
    {
        var challenge = new WebhookChallenge(secret, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Patience };
        try
        {
            using var request = challenge.RequestTo(door, now);
            using var answer = await http.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode)
                return $"{door} answers Zoom's challenge with {(int)answer.StatusCode}. With 401, it runs with another {setting}, or its clock is wrong.";
            return challenge.IsPassedBy(await answer.Content.ReadAsByteArrayAsync(ct))
                ? null
                : $"{door} answers Zoom's challenge wrongly: something else than the bot is there.";
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return $"{door} doesn't answer within {Patience.TotalSeconds:0} seconds: start the bot, and look at PublicUrl, the certificate and the proxy.";
        }
    }
}
