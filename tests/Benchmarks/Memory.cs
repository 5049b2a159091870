using System.Globalization;

namespace Benchmarks;

/// <summary>This process's memory.</summary>
internal static class Memory
{
    /// <summary>The most that it has had: the system's own word, which counts what the runtime has given back as well.</summary>
    public static double PeakMebibytes()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
