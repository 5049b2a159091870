namespace CanvasConnector.Tests.Support;

/// <summary>A folder that goes with the test, file by file.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("canvas-").FullName;

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).ToList())
            File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(Path).ToList())
            Directory.Delete(folder);
        Directory.Delete(Path);
    }
}
