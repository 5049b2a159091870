using System.Net;
using CanvasSimulator.Sandbox;

namespace CanvasSimulator;

/// <summary>Where this Canvas lives, by which clock, and which of Canvas's varieties it shows.</summary>
public sealed class CanvasServerOptions
{
    /// <summary>Truth and files lie here; made if missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The only clock, of the Date header too.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The address that it listens on: one on loopback.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port there; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>Status of a refusal for want of a right: 401 (older) or 403 (newer).</summary>
    public int RefusalStatus { get; init; } = 401;

    /// <summary>Whether pages are told by bookmarks instead of numbers.</summary>
    public bool BookmarkPages { get; init; }

    /// <summary>Whether each change is on disk before its answer. A measurement of somebody else does without: the whole truth is written each time.</summary>
    public bool Durable { get; init; } = true;

    internal Habits Habits() => new() { RefusalStatus = RefusalStatus, BookmarkPages = BookmarkPages };
}
