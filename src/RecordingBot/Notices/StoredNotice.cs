using System.Collections.Immutable;
using System.Text.Json;
using RecordingPolicy;
using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>A published notice's content, as the page shows it.</summary>
/// <param name="Title">What stands over it.</param>
/// <param name="Sections">Its parts.</param>
/// <param name="Consents">What it asks consent for; not there in notices from before it could.</param>
public sealed record StoredNotice(
    LocalizedText Title,
    ImmutableArray<NoticeSection> Sections,
    ImmutableArray<AskedConsent>? Consents = null
)
{
    /// <summary>What it asks consent for.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<AskedConsent> Asked => Consents ?? [];

    /// <summary>For <see cref="NoticeRow.Content"/>.</summary>
    public static string Write(PrivacyNotice notice) =>
        JsonSerializer.Serialize(new StoredNotice(notice.Title, notice.Sections, notice.Consents));

    public static StoredNotice Read(NoticeRow row) =>
        JsonSerializer.Deserialize<StoredNotice>(row.Content) ?? throw new InvalidOperationException("A stored notice is empty.");

    /// <summary>What is said otherwise in a later version.</summary>
    public ImmutableArray<NoticeChange> ChangesTo(StoredNotice later) => NoticeChanges.Between(Sections, later.Sections);
}
