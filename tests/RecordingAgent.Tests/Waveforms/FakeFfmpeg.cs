namespace RecordingAgent.Tests.Waveforms;

/// <summary>A program in ffmpeg's place that does what a test wants, and leaves its process's id.</summary>
internal sealed class FakeFfmpeg : IDisposable
{
    private readonly TemporaryFolder disk = new();

    /// <summary>Makes it.</summary>
    /// <param name="script">What it does: lines of a shell.</param>
    public FakeFfmpeg(string script)
    {
        File.WriteAllText(Program, $"#!/bin/sh\necho $$ >> '{disk["pids"]}'\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Program => disk["ffmpeg"];

    /// <summary>The processes that were begun.</summary>
    public int[] Started => File.Exists(disk["pids"]) ? [.. File.ReadLines(disk["pids"]).Select(int.Parse)] : [];

    /// <summary>True if one of them still runs after a moment.</summary>
    public async Task<bool> StillRunsAsync()
    {
        for (var wait = 0; wait < 50 && Started.Any(Runs); wait++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        return Started.Any(Runs);
    }

    public void Dispose() => disk.Dispose();

    /// <summary>Ended ones whose parent hasn't asked for their end yet don't run.</summary>
    private static bool Runs(int id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].StartsWith(" Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
