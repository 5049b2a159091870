namespace RecordingAgent.Tests;

/// <summary>A folder of the test's own; gone afterwards, without following a link out of it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private static readonly EnumerationOptions Inside = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    public string Path { get; } = Directory.CreateTempSubdirectory("recording-agent-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        foreach (var folder in Directory.GetDirectories(Path, "*", Inside).Append(Path).OrderByDescending(f => f.Length))
        {
            foreach (var file in Directory.GetFileSystemEntries(folder))
                File.Delete(file);
            Directory.Delete(folder);
        }
    }
}
