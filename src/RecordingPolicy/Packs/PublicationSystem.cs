namespace RecordingPolicy.Packs;

/// <summary>A system where the institution lets recordings be published.</summary>
/// <param name="Name">Compared without case and colon.</param>
/// <param name="PrivacySensitive">Whether privacy-sensitive recordings may be there too.</param>
/// <param name="Internet">Whether everybody can see what is there, so that it counts as the open internet.</param>
public sealed record PublicationSystem(string Name, bool PrivacySensitive, bool Internet)
{
    /// <summary>Whether it goes by a name.</summary>
    public bool IsNamed(string? name) => SystemName.Same(Name, name);
}
