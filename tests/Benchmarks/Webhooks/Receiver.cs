namespace Benchmarks.Webhooks;

/// <summary>A contestant.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Start">Starts it in a folder, anew or on what it left there; gives the program and its address once it listens.</param>
/// <param name="Stored">The digests that it has stored in a folder; null where it stores nothing.</param>
internal sealed record Receiver(
    string Name,
    Func<string, CancellationToken, Task<(Child Program, Uri Address)>> Start,
    Func<string, CancellationToken, Task<List<string>>>? Stored
)
{
    /// <summary>Killed every ten seconds, and started again.</summary>
    public bool IsKilled { get; init; }

    public List<double> PerSecond { get; init; } = [];

    public List<double> Milliseconds { get; init; } = [];

    public int Lost { get; set; }

    public int Doubled { get; set; }
}
