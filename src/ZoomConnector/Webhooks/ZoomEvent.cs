using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace ZoomConnector.Webhooks;

/// <summary>
/// A Zoom event, read without trust: whatever is missing or of another type is null, and nothing in it makes reading fail
/// (facts/zoom.md 2). Texts are as Zoom sent them, uncut.
/// </summary>
public abstract record ZoomEvent
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private protected ZoomEvent(EventEnvelope envelope)
    {
        Name = envelope.Name;
        OccurredAt = envelope.OccurredAt;
        AccountId = envelope.AccountId;
    }

    /// <summary>Zoom's name of it, such as <c>meeting.started</c>; empty when it gave none.</summary>
    public string Name { get; }

    /// <summary>When it happened at Zoom (<c>event_ts</c>, milliseconds); null when not told.</summary>
    public DateTimeOffset? OccurredAt { get; }

    /// <summary>The account; null when not told.</summary>
    public string? AccountId { get; }

    /// <summary>Reads a delivery's body, after its signature was checked.</summary>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="read">The event.</param>
    /// <returns>False when it is not a JSON object in UTF-8, is deeper than 32 or has a key twice: answer 400.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out ZoomEvent? read)
    {
        read = null;
        if (!Utf8.IsValid(body.Span))
            return false;

        try
        {
            using var document = JsonDocument.Parse(body, Limits);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                read = EventReader.Read(document.RootElement);
            return read is not null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false; // the second: half a surrogate pair in a key
        }
    }
}
