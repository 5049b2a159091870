using RecordingBot.Packs;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Tests;

/// <summary>The packs that the product ships, read once.</summary>
internal static class ShippedPacks
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "packs");

    public static PackLibrary Library { get; } = PackReader.ReadFolder(Folder);

    public static PolicyPack Lund => Library.Packs["lund"];
}
