using System.Runtime.InteropServices;

namespace RecordingAgent.Orders.Confined;

/// <summary>The kernel's <c>struct open_how</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct OpenHow
{
    public ulong Flags;
    public ulong Mode;
    public ulong Resolve;
}
