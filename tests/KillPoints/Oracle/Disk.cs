using System.Security.Cryptography;

namespace KillPoints.Oracle;

/// <summary>What lies on the teacher's computer.</summary>
internal static class Disk
{
    /// <summary>Every file below a folder by its path there, with the SHA-256 of its content.</summary>
    public static Dictionary<string, string> Read(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => Path.GetRelativePath(folder, file),
                    file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
                    StringComparer.Ordinal
                )
            : new(StringComparer.Ordinal);
}
