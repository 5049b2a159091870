using System.Collections.Immutable;
using System.Security.Cryptography;

namespace RecordingBot.Packs;

/// <summary>Reads the policy packs of a folder: one YAML file each, named for its pack.</summary>
public static class PackReader
{
    private const string Ending = ".yaml";

    /// <summary>Reads every <c>*.yaml</c> of a folder; all mistakes are told at once.</summary>
    /// <param name="folder">The folder; one that is not there, or has no pack, is a problem too.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static PackLibrary ReadFolder(string folder)
    {
        var files = FilesOf([folder]);
        if (files.IsEmpty)
            return PackLibrary.Of([new(Path.GetFileName(folder), 1, "There is no pack in this folder.")], []);
        var problems = files.Values.SelectMany(file => file.Problems).ToList();
        var packs = files.Values.Select(file => Load(file, files, problems)).OfType<LoadedPack>().ToImmutableArray();
        return PackLibrary.Of(problems, packs);
    }

    /// <summary>Reads one pack with those that it extends, which stand beside it or in a folder; all mistakes in them are told at once.</summary>
    /// <param name="file">The pack's file.</param>
    /// <param name="folder">Where packs are found that don't stand beside it.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static PackLibrary ReadFile(string file, string folder)
    {
        var own = PackFileReader.Read(Path.GetFileName(file), File.ReadAllBytes(file));
        var files = FilesOf([folder, Path.GetDirectoryName(Path.GetFullPath(file))!]).SetItem(own.Name, own);
        var problems = new List<PackProblem>();
        if (!string.Equals(Path.GetExtension(file), Ending, StringComparison.Ordinal))
            problems.Add(new(own.File, 1, $"A pack's file ends in {Ending}."));
        var pack = Load(own, files, problems);
        return PackLibrary.Of([.. WithParents(own, files).SelectMany(part => part.Problems), .. problems], pack is null ? [] : [pack]);
    }

    /// <summary>The packs of folders by name, those of a later folder in place of an earlier one's.</summary>
    private static ImmutableSortedDictionary<string, PackFile> FilesOf(string[] folders)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, PackFile>(StringComparer.Ordinal);
        foreach (var path in folders.Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*" + Ending)))
        {
            var file = PackFileReader.Read(Path.GetFileName(path), File.ReadAllBytes(path));
            files[file.Name] = file;
        }
        return files.ToImmutable();
    }

    private static LoadedPack? Load(PackFile file, ImmutableSortedDictionary<string, PackFile> all, List<PackProblem> problems)
    {
        var parts = WithParents(file, all);
        if (parts[^1].Extends is { } missing)
        {
            // Where the break is further up, that file says so itself.
            if (parts.Length == 1 || parts.Any(part => string.Equals(part.Name, missing, StringComparison.Ordinal)))
                problems.Add(file.ProblemAt(Break(missing, all), "extends"));
            return null;
        }
        // Of what can't be read nothing more is known, and of what extends something broken little.
        if (file.Lines.Count == 0 || parts.Skip(1).Any(part => !part.Problems.IsEmpty))
            return null;
        // The pack that extends nothing comes first; each next one goes over it.
        var values = parts.Reverse().Aggregate(new PackValues(), (parent, own) => own.Values.Over(parent));
        PackProblem[] wrong =
        [
            // A key that stands there with a wrong value has been told already.
            .. values.Missing().Where(key => !file.Lines.ContainsKey(key)).Select(key => file.ProblemAt($"{key} is missing.")),
            .. values.Contradictions().Select(found => file.ProblemAt(found.Reason, found.Key, "rules")),
        ];
        problems.AddRange(wrong);
        return wrong is [] && file.Problems.IsEmpty ? new(values.ToPack(file.Name, EditionOf(parts)), SourcesOf(parts)) : null;
    }

    private static string Break(string extends, ImmutableSortedDictionary<string, PackFile> all) =>
        all.ContainsKey(extends) ? $"'{extends}' extends this pack itself, in the end." : $"There is no pack '{extends}' to extend.";

    /// <summary>A pack and those that it extends, itself first, as far as they are found and none comes twice.</summary>
    private static ImmutableArray<PackFile> WithParents(PackFile file, ImmutableSortedDictionary<string, PackFile> all)
    {
        List<PackFile> parts = [file];
        while (parts[^1].Extends is { } name && all.TryGetValue(name, out var parent) && !parts.Contains(parent))
            parts.Add(parent);
        return [.. parts];
    }

    /// <summary>SHA-256 over the bytes of a pack and of those that it extends, itself first, in lower-case hexadecimal.</summary>
    private static string EditionOf(ImmutableArray<PackFile> parts) =>
        Convert.ToHexStringLower(SHA256.HashData([.. parts.SelectMany(part => part.Bytes)]));

    private static ImmutableArray<PackSource> SourcesOf(ImmutableArray<PackFile> parts) =>
        [.. parts.Select(part => new PackSource(part.File, [.. part.Bytes]))];
}
