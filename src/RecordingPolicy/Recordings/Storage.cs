namespace RecordingPolicy.Recordings;

/// <summary>Where a recording is kept.</summary>
public sealed record Storage
{
    /// <summary>A place, with its name where the place needs one.</summary>
    /// <exception cref="ArgumentException">A named place without a name, or the other way round.</exception>
    public Storage(StoragePlace place, string? name = null, string? country = null)
    {
        if (NeedsName(place) != (name is not null))
            throw new ArgumentException("Named systems have a name, other places none.", nameof(name));
        (Place, Name, Country) = (place, name, country);
    }

    public StoragePlace Place { get; }

    /// <summary>The system's name, compared without case and colon; null where the place has none.</summary>
    public string? Name { get; }

    /// <summary>Where the system stands, ISO 3166-1 alpha-2; null where not answered or not needed.</summary>
    public string? Country { get; }

    /// <summary>Whether a place is one of several systems that a name tells apart.</summary>
    public static bool NeedsName(StoragePlace place) => place is StoragePlace.ApprovedSystem or StoragePlace.OtherCloud;
}
