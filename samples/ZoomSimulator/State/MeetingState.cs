namespace ZoomSimulator.State;

/// <summary>A meeting: planned once, held any number of times.</summary>
internal sealed class MeetingState
{
    public required long Id { get; init; }

    /// <summary>The instance being held, or else the last one, or else the first to come.</summary>
    public required string Uuid { get; set; }

    public required string HostId { get; init; }

    public required string Topic { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required int Minutes { get; init; }

    public string? CourseId { get; init; }

    /// <summary>The continuous chat's channel; null where the meeting has none, as a personal room.</summary>
    public string? ChannelId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it isn't being held.</summary>
    public SessionState? Session { get; set; }

    /// <summary>The last session's recording, where its conversion was broken off and waits for somebody to start it again.</summary>
    public LocalRecording? Unconverted { get; set; }

    public List<PastInstance> Past { get; init; } = [];

    public List<ChatLine> Chat { get; init; } = [];

    /// <summary>The chat comes into being with the first start (facts/zoom.md 4.3).</summary>
    public bool HasChat => ChannelId is not null && (Session is not null || Past.Count > 0);
}
