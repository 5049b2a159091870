using RecordingPolicy.Recordings;

namespace RecordingPolicy.Packs;

/// <summary>A place where the institution lets recordings be kept, <c>storage.approved</c>.</summary>
/// <param name="Place">What kind of place.</param>
/// <param name="Name">The system's name; null where the kind needs none.</param>
/// <param name="Country">Where the system stands (ISO 3166-1 alpha-2); null where the recorder is asked.</param>
/// <param name="PrivacySensitive">Whether privacy-sensitive recordings may be there too.</param>
public sealed record AllowedStorage(StoragePlace Place, string? Name, string? Country, bool PrivacySensitive)
{
    /// <summary>Whether it is this place, and this system where places have names.</summary>
    public bool IsSamePlace(StoragePlace place, string? name) => Place == place && SystemName.Same(Name, name);
}
