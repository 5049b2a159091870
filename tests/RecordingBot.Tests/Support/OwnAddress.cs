using System.Net;

namespace RecordingBot.Tests.Support;

/// <summary>
/// Addresses on loopback for one server each. On 127.0.0.1 a port that is let go of between a server's end and its next start may be anybody's by then: of
/// another server, or of any connection that is made. On an address of its own nobody takes it.
/// </summary>
internal static class OwnAddress
{
    private static readonly byte[] OfProcess = [127, (byte)(1 + (Environment.ProcessId / 256 % 254)), (byte)Environment.ProcessId];
    private static int taken;

    /// <summary>The next one.</summary>
    public static IPAddress Next() => new([.. OfProcess, (byte)(1 + (Interlocked.Increment(ref taken) % 254))]);
}
