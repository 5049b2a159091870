using CanvasSimulator.World;

namespace CanvasSimulator.Sandbox;

/// <summary>Which of Canvas's varieties this one shows now; a restart brings back those that it was built with.</summary>
internal sealed record Habits
{
    /// <summary>Whether pages are told by bookmarks instead of numbers.</summary>
    public bool BookmarkPages { get; init; }

    /// <summary>Status of a refusal for want of a right: 401 (older) or 403 (newer).</summary>
    public int RefusalStatus { get; init; } = 401;

    /// <summary>Whether <c>while(1);</c> precedes JSON.</summary>
    public bool JsonPrefix { get; init; }

    /// <summary>Whether a token that is sent to an upload's address is refused.</summary>
    public bool StrictUploads { get; init; } = true;

    /// <summary>Who consents when a program asks for a token; nobody of that id means that it is denied.</summary>
    public long ConsentUserId { get; init; } = 1;

    public UploadVariant UploadVariant { get; init; }

    /// <summary>How long each call takes at least, by the wire's own time.</summary>
    public TimeSpan Latency { get; init; }
}
