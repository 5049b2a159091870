using System.Security.Cryptography;
using System.Text;

namespace RecordingAgent.State;

/// <summary>Where the agent keeps what it must still know after a restart. Only its owner may read it.</summary>
internal sealed class StateFolder
{
    private readonly string path;

    public StateFolder(string path)
    {
        this.path = path;
        foreach (var folder in new[] { path, Path.Combine(path, "folders"), Path.Combine(path, "receipts"), OutboxFolder })
            Create(folder);
    }

    public string DeviceKey => Path.Combine(path, "device.key");

    public string Roots => Path.Combine(path, "roots.json");

    public string Troubles => Path.Combine(path, "troubles.json");

    private string OutboxFolder => Path.Combine(path, "outbox");

    public static string NameOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public string Folder(string rootId, string folder) =>
        Path.Combine(path, "folders", NameOf(Encoding.UTF8.GetBytes($"{rootId}/{folder}")) + ".json");

    public string Receipt(string name) => Path.Combine(path, "receipts", name + ".json");

    public string Outbox(string name) => Path.Combine(OutboxFolder, name);

    /// <summary>The marks in the outbox; half-written ones are left out.</summary>
    public IReadOnlyList<string> AllInOutbox() =>
        [.. Directory.GetFiles(OutboxFolder).Where(mark => !Path.HasExtension(mark)).Order(StringComparer.Ordinal)];

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
