using System.Collections.Immutable;
using System.Security.Cryptography;
using RecordingPolicy.Packs;

namespace RecordingBot.Packs;

/// <summary>Reads the policy packs of a folder: one YAML file each, named for its pack.</summary>
public static class PackReader
{
    /// <summary>Reads every <c>*.yaml</c> of a folder; all mistakes are told at once.</summary>
    /// <param name="folder">The folder; one that is not there, or has no pack, is a problem too.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static PackLibrary ReadFolder(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        if (files is [])
            return new(
                ImmutableSortedDictionary<string, PolicyPack>.Empty,
                [new(Path.GetFileName(folder), 1, "There is no pack in this folder.")]
            );
        var read = files
            .Order(StringComparer.Ordinal)
            .Select(file => PackFileReader.Read(Path.GetFileName(file), File.ReadAllBytes(file)))
            .ToImmutableSortedDictionary(file => file.Name, file => file, StringComparer.Ordinal);

        var packs = ImmutableSortedDictionary.CreateBuilder<string, PolicyPack>(StringComparer.Ordinal);
        var problems = read.Values.SelectMany(file => file.Problems).ToList();
        foreach (var file in read.Values)
        {
            if (Assemble(file, read, problems) is { } pack)
                packs.Add(pack.Name, pack);
        }
        return new(packs.ToImmutable(), [.. problems]);
    }

    private static PolicyPack? Assemble(PackFile file, ImmutableSortedDictionary<string, PackFile> all, List<PackProblem> problems)
    {
        if (ChainOf(file, all, problems) is not { } chain)
            return null;
        // The pack that extends nothing comes first; each next one goes over it.
        var values = chain.Reverse().Aggregate(new PackValues(), (parent, own) => own.Values.Over(parent));
        if (chain.Any(part => !part.Problems.IsEmpty))
            return null;
        string[] wrong = [.. values.Missing().Select(key => $"{key} is missing."), .. values.Contradictions()];
        problems.AddRange(wrong.Select(reason => new PackProblem(file.File, 1, reason)));
        if (file.Values.Add is { } add)
            problems.AddRange(
                add.ToWhatIsOpen(values).Select(key => new PackProblem(file.File, add.Line, $"There is nothing to add to: {key} is any."))
            );
        return wrong is [] ? values.ToPack(file.Name, EditionOf(chain)) : null;
    }

    /// <summary>A pack and those that it extends, itself first; null where the chain does not hold, which is noted once.</summary>
    private static PackFile[]? ChainOf(PackFile file, ImmutableSortedDictionary<string, PackFile> all, List<PackProblem> problems)
    {
        List<PackFile> chain = [file];
        while (chain[^1].Extends is { } name)
        {
            var last = chain[^1];
            var problem =
                !all.TryGetValue(name, out var parent) ? $"There is no pack '{name}' to extend."
                : chain.Contains(parent) ? $"'{name}' extends this pack itself, in the end."
                : null;
            if (problem is null)
            {
                chain.Add(parent!);
                continue;
            }
            // Where the break is further up, that file says so itself.
            if (last == file || chain.Contains(parent!))
                problems.Add(new(file.File, file.ExtendsLine, problem));
            return null;
        }
        return [.. chain];
    }

    /// <summary>SHA-256 over the bytes of a pack and of those that it extends, itself first, in lower-case hexadecimal.</summary>
    private static string EditionOf(PackFile[] chain) =>
        Convert.ToHexStringLower(SHA256.HashData([.. chain.SelectMany(file => file.Bytes)]));
}
