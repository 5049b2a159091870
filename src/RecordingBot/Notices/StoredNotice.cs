using System.Collections.Immutable;
using System.Text.Json;
using RecordingPolicy;
using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>A published notice's content, as the page shows it.</summary>
public sealed record StoredNotice(LocalizedText Title, ImmutableArray<NoticeSection> Sections)
{
    /// <summary>For <see cref="NoticeRow.Content"/>.</summary>
    public static string Write(PrivacyNotice notice) => JsonSerializer.Serialize(new StoredNotice(notice.Title, notice.Sections));

    public static StoredNotice Read(NoticeRow row) =>
        JsonSerializer.Deserialize<StoredNotice>(row.Content) ?? throw new InvalidOperationException("A stored notice is empty.");
}
