using System.Runtime.InteropServices;

namespace RecordingAgent.Orders.Confined;

/// <summary>The kernel's <c>struct statx</c>: the same on every processor. Only what is used has a name.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct FileStatus
{
    private const ushort TypeMask = 0xF000;
    private const ushort RegularFile = 0x8000;

    [FieldOffset(16)]
    public uint Links;

    [FieldOffset(28)]
    public ushort Mode;

    [FieldOffset(32)]
    public ulong Inode;

    [FieldOffset(40)]
    public ulong Size;

    [FieldOffset(136)]
    public uint DeviceMajor;

    [FieldOffset(140)]
    public uint DeviceMinor;

    public readonly bool IsRegularFile => (Mode & TypeMask) == RegularFile;

    public readonly bool IsSameFileAs(FileStatus other) =>
        (Inode, DeviceMajor, DeviceMinor) == (other.Inode, other.DeviceMajor, other.DeviceMinor);
}
