using System.Collections.Immutable;
using System.Text.Json;
using RecordingPolicy;
using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>A published notice's words, as they were stored; nothing of them is composed anew (I6).</summary>
public sealed record ShownNotice(LocalizedText Title, ImmutableArray<NoticeSection> Sections)
{
    /// <summary>Reads what was stored.</summary>
    /// <exception cref="InvalidOperationException">Nothing was.</exception>
    public static ShownNotice Read(NoticeRow row) =>
        JsonSerializer.Deserialize<ShownNotice>(row.Content) ?? throw new InvalidOperationException("A stored notice is empty.");
}
