using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using RecordingBot.Meetings;
using ZoomConnector;
using ZoomConnector.Webhooks;

namespace RecordingBot.Hosting;

/// <summary>
/// <c>zoom check</c>: what the app lacks in Zoom or has too much for its work, and whether the door for Zoom's events answers as Zoom wants it
/// to, at its public address. Changes nothing.
/// </summary>
public static class ZoomCheckCommand
{
    /// <summary>As long as Zoom waits (facts/zoom.md 1.3).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static Command Create()
    {
        var command = new Command(
            "check",
            "Tells what the bot's app in Zoom lacks or has too much, and whether Zoom's events can reach the bot."
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
        var granted = await services.GetRequiredService<ZoomClient>().Access.ReadScopesAsync(ct);
        var (missing, lines) = Scopes(granted, ZoomWork.Scopes(meetings));
        foreach (var line in lines)
            await output.WriteLineAsync(line);

        var door = DoorOf(settings);
        var wrong = door is null
            ? "PublicUrl is missing: the address at which Zoom reaches the bot."
            : await ChallengeAsync(
                door,
                services.GetRequiredService<IOptions<ZoomOptions>>().Value.WebhookSecret!,
                services.GetRequiredService<TimeProvider>().GetUtcNow(),
                ct
            );
        await output.WriteLineAsync(wrong is null ? $"{door} passes Zoom's challenge." : $"missing: {wrong}");
        await output.WriteLineAsync(
            $"Zoom doesn't tell which events the app is subscribed to. It needs: {string.Join(", ", ZoomWork.Events)}."
        );
        if (missing || wrong is not null)
            return 1;
        await output.WriteLineAsync("Nothing is known to be missing.");
        return 0;
    }

    private static (bool Missing, List<string> Lines) Scopes(IReadOnlySet<string>? granted, IReadOnlyDictionary<string, string> needed)
    {
        if (granted is null)
            return (false, [$"Zoom doesn't tell the app's scopes. It needs: {string.Join(", ", needed.Keys)}."]);
        var missing = needed
            .Where(scope => !granted.Contains(scope.Key))
            .Select(scope => $"missing: {scope.Key} (to {scope.Value})")
            .ToList();
        return (
            missing.Count > 0,
            [
                .. missing,
                .. granted.Except(needed.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => $"not needed: {name}"),
            ]
        );
    }

    private static Uri? DoorOf(IConfiguration settings) =>
        Uri.TryCreate(settings["PublicUrl"], UriKind.Absolute, out var site) ? new Uri(site, ZoomWork.Door) : null;

    /// <summary>Sends what Zoom would send.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    private static async Task<string?> ChallengeAsync(Uri door, Secret secret, DateTimeOffset now, CancellationToken ct)
    {
        var challenge = new WebhookChallenge(secret, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Patience };
        try
        {
            using var request = challenge.RequestTo(door, now);
            using var answer = await http.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode)
                return $"{door} answers Zoom's challenge with {(int)answer.StatusCode}. With 401, it runs with another Zoom:WebhookSecret, or its clock is wrong.";
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
