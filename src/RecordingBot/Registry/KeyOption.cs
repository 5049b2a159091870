using System.CommandLine;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>The option <c>--key FILE</c>, and which key holds where it isn't given.</summary>
internal static class KeyOption
{
    public static Option<string?> Create() =>
        new("--key") { Description = $"The installation's public key (PEM), as it publishes it at {PublicKey.Path}." };

    /// <summary>The key of the file; without one the installation's own, where this machine has its data folder; else null.</summary>
    /// <exception cref="VerbException">The file holds no such key.</exception>
    public static PublicKey? Read(string? file, DataFolder data)
    {
        var path = file is null ? data.In(Path.Combine(new AuditOptions().Folder, AuditCheckpoints.KeyFile)) : Path.GetFullPath(file);
        if (file is null && !File.Exists(path))
            return null;
        try
        {
            return PublicKey.Read(File.ReadAllText(path))
                ?? throw new VerbException($"{path} holds no public key of the kind that signs (ECDSA P-256).");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new VerbException($"--key: {unreadable.Message}");
        }
    }
}
