using System.Diagnostics;

namespace Journey;

/// <summary>The journey that people run too: <c>samples/journey.sh</c>.</summary>
internal static class JourneyScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs it once.</summary>
    /// <param name="name">Names its output's files.</param>
    /// <param name="control">The address of Campus's control.</param>
    /// <param name="between">A command to run between any two steps; null for none.</param>
    /// <param name="patience">How long it may take; null for the four minutes that it promises.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>Its status, and the last line that it said: the failed step, where one failed.</returns>
    public static async Task<(int Status, string Last)> RunAsync(
        string name,
        Uri control,
        string? between,
        TimeSpan? patience,
        CancellationToken ct
    )
    {
        var last = "";
        var start = new ProcessStartInfo(
            "bash",
            [Path.Combine(Place.Root, "samples", "journey.sh"), control.GetLeftPart(UriPartial.Authority)]
        );
        if (between is not null)
            start.Environment["JOURNEY_BETWEEN"] = between;
        await using var script = Child.Start(name, start, line => last = line.Length > 0 ? line : last);
        return (await script.EndAsync(patience ?? Patience, ct), last);
    }
}
