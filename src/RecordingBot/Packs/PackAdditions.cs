using System.Collections.Immutable;
using RecordingPolicy.Packs;

namespace RecordingBot.Packs;

/// <summary>What a pack adds to the lists of the pack that it extends, in place of writing them anew.</summary>
/// <param name="Storage">Places where recordings may be kept too.</param>
/// <param name="PublicationSystems">Systems where they may be published too.</param>
/// <param name="Categories">Purposes of public interest.</param>
internal sealed record PackAdditions(
    ImmutableArray<AllowedStorage> Storage,
    ImmutableArray<PublicationSystem> PublicationSystems,
    ImmutableArray<string> Categories
)
{
    /// <summary>The keys to which something is added although there any value will do already.</summary>
    /// <param name="values">What the pack comes to.</param>
    public IEnumerable<string> ToWhatIsOpen(PackValues values)
    {
        if (!Storage.IsEmpty && values.Storage is { Value: null })
            yield return "storage";
        if (!PublicationSystems.IsEmpty && values.PublicationSystems is { Value: null })
            yield return "publicationSystems";
        if (!Categories.IsEmpty && values.Categories is { Value: null })
            yield return "categories";
    }

    /// <summary>The places of both lists; where both name one, what is added holds.</summary>
    public Given<ImmutableArray<AllowedStorage>?>? To(Given<ImmutableArray<AllowedStorage>?>? storage) =>
        storage?.Value is { } known
            ? new([.. Storage, .. known.Where(old => !Storage.Any(added => added.IsSamePlace(old.Place, old.Name)))])
            : storage;

    /// <summary>The systems of both lists; where both name one, what is added holds.</summary>
    public Given<ImmutableArray<PublicationSystem>?>? To(Given<ImmutableArray<PublicationSystem>?>? systems) =>
        systems?.Value is { } known
            ? new([.. PublicationSystems, .. known.Where(old => !PublicationSystems.Any(added => added.IsNamed(old.Name)))])
            : systems;

    /// <summary>The categories of both lists.</summary>
    public Given<ImmutableHashSet<string>>? To(Given<ImmutableHashSet<string>>? categories) =>
        categories?.Value is { } known ? new(known.Union(Categories)) : categories;
}
