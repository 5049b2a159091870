namespace RecordingBot.Hosting;

/// <summary>The folder for everything that the program writes (<c>--data</c>), as an absolute path.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>A path below it; an absolute one stays as it is.</summary>
    public string In(string path) => System.IO.Path.GetFullPath(path, Path);
}
