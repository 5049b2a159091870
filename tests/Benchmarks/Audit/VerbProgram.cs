using System.Globalization;
using RecordingBot.Hosting;

namespace Benchmarks.Audit;

/// <summary>The product's command line in a process of its own, which says at its end how much memory it took at most.</summary>
internal static class VerbProgram
{
    /// <summary>What begins the line with the memory, in KiB.</summary>
    public const string Peak = "peak-kib ";

    public static async Task<int> RunAsync(string[] verb)
    {
        var status = await Verbs.RunAsync(verb);
        var peak = (await File.ReadAllLinesAsync("/proc/self/status")).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kib = long.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        await Console.Error.WriteLineAsync(Peak + kib.ToString(CultureInfo.InvariantCulture));
        return status;
    }
}
