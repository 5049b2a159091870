using RecordingBot.Packs;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests;

/// <summary>The packs that the product ships, read once.</summary>
internal static class ShippedPacks
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "packs");

    public static PackLibrary Library { get; } = PackReader.ReadFolder(Folder);

    public static PolicyPack Lund => Library.Packs["lund"];

    /// <summary>Lund's pack with a line of its own: what an institution would write.</summary>
    public static PolicyPack LundWith(string line)
    {
        var folder = Directory.CreateTempSubdirectory("packs-");
        try
        {
            foreach (var name in new[] { "base.yaml", "lund.yaml" })
                File.Copy(Path.Combine(Folder, name), Path.Combine(folder.FullName, name));
            var own = Path.Combine(folder.FullName, "own.yaml");
            File.WriteAllText(own, $"pack: own\nextends: lund\n{line}\n");
            return PackReader.ReadFile(own, folder.FullName).Packs["own"];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
