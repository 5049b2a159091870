using System.Collections.Immutable;
using System.Net;

namespace ZoomSimulator;

/// <summary>One small Zoom: where it keeps its truth, whom it knows, whom it tells.</summary>
public sealed record ZoomServerOptions
{
    /// <summary>The folder for its state; made when missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder where the hosts' computers leave local recordings; made when missing.</summary>
    public required string RecordingsFolder { get; init; }

    /// <summary>The only source of time, down to the <c>Date</c> of its answers.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The address that it listens on: one on loopback.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port there; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where events go; null for nowhere. Can be set later at <see cref="ZoomServer.WebhookUrl"/>.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>Where the chatbot's events go; null for nowhere. Can be set later at <see cref="ZoomServer.ChatUrl"/>.</summary>
    public Uri? ChatUrl { get; init; }

    /// <summary>Signs the events.</summary>
    public string WebhookSecret { get; init; } = "campus-webhook-secret";

    /// <summary>
    /// How long it waits for an answer to an event, in real time: a moved clock must not make a quick answer late. Zoom's own patience is three seconds
    /// (facts/zoom.md 1.4).
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The zone of the hosts' computers: folder names are in its local time.</summary>
    public string TimeZone { get; init; } = "Europe/Stockholm";

    /// <summary>The account of the server-to-server app.</summary>
    public string AccountId { get; init; } = "campus-account";

    /// <summary>The app's client id.</summary>
    public string ClientId { get; init; } = "campus-client";

    /// <summary>The app's client secret.</summary>
    public string ClientSecret { get; init; } = "campus-client-secret";

    /// <summary>The client id of the General app, whose chatbot it is.</summary>
    public string ChatbotClientId { get; init; } = "campus-chatbot";

    /// <summary>The General app's client secret.</summary>
    public string ChatbotClientSecret { get; init; } = "campus-chatbot-secret";

    /// <summary>The chatbot's address in Team Chat.</summary>
    public string RobotJid { get; init; } = "v1campus@xmpp.zoom.us";

    /// <summary>Signs the chatbot's events.</summary>
    public string ChatbotSecret { get; init; } = "campus-chatbot-token";

    /// <summary>The scopes that the app has been granted; a call outside them is refused.</summary>
    public ImmutableArray<string> Scopes { get; init; } = Rest.Scope.All;
}
