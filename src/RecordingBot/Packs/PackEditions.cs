using RecordingBot.Hosting;
using RecordingPolicy.Packs;

namespace RecordingBot.Packs;

/// <summary>
/// Every edition of a pack that was ever in use, kept in the data folder under its hash, so that a decision can be made again
/// with the edition that decided it, long after the pack has changed.
/// </summary>
public sealed class PackEditions(PackLibrary library, DataFolder data) : IHostedService
{
    private readonly string folder = data.In("pack-editions");

    /// <summary>Keeps the editions of this start before anything is decided with them.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var loaded in library.Loaded)
            Keep(loaded);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An edition of a pack, of today or of long ago; null where it is not kept, or its files are no longer what they were.</summary>
    /// <param name="name">The pack's name.</param>
    /// <param name="edition">The edition, as decisions store it.</param>
    public PolicyPack? Find(string name, string edition)
    {
        if (library.Packs.GetValueOrDefault(name) is { } current && IsEdition(current, edition))
            return current;
        // What is no hash is no folder's name either.
        return edition.Length == 64 && edition.All(char.IsAsciiHexDigitLower) ? Kept(name, edition) : null;
    }

    private PolicyPack? Kept(string name, string edition)
    {
        var kept = PackReader.ReadFolder(Path.Combine(folder, edition)).Packs.GetValueOrDefault(name);
        return kept is not null && IsEdition(kept, edition) ? kept : null;
    }

    private static bool IsEdition(PolicyPack pack, string edition) => string.Equals(pack.Edition, edition, StringComparison.Ordinal);

    /// <summary>Whole or not at all: written beside, then moved into its place.</summary>
    private void Keep(LoadedPack loaded)
    {
        if (Kept(loaded.Pack.Name, loaded.Pack.Edition) is not null)
            return;
        var place = Path.Combine(folder, loaded.Pack.Edition);
        var aside = Directory.CreateDirectory($"{place}.{Guid.NewGuid():N}").FullName;
        foreach (var source in loaded.Sources)
            File.WriteAllBytes(Path.Combine(aside, source.File), [.. source.Bytes]);
        // What stands there is no longer that edition: it is put aside, for whoever asks what happened to it.
        if (Directory.Exists(place))
            Directory.Move(place, $"{place}.changed-{Guid.NewGuid():N}");
        Directory.Move(aside, place);
    }
}
