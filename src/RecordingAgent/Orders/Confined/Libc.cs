using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RecordingAgent.Orders.Confined;

/// <summary>The few system calls of Linux that keep a file operation inside its folder.</summary>
internal static partial class Libc
{
    public const int NoEntry = 2;
    public const int NotPermitted = 1;
    public const int CrossDevice = 18;
    public const int NotADirectory = 20;
    public const int InvalidArgument = 22;
    public const int NoSuchCall = 38;
    public const int NotEmpty = 39;
    public const int TooManyLinks = 40;

    private const long Openat2Number = 437; // the same on every processor
    private const int AtWorkingDirectory = -100;
    private const int AtNoFollow = 0x100;
    private const int AtRemoveDirectory = 0x200;
    private const int AtEmptyPath = 0x1000;
    private const uint BasicStatus = 0x7ff;
    private const uint NoReplace = 1;
    private const uint OwnerOnly = 0b111_000_000;

    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    // O_DIRECTORY and O_NOFOLLOW have other values on ARM than on the other processors that .NET runs on.
    private static readonly int DirectoryOnly = IsArm ? 0x4000 : 0x10000;
    private static readonly int NoFollow = IsArm ? 0x8000 : 0x20000;

    // RESOLVE_NO_XDEV | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_SYMLINKS | RESOLVE_BENEATH
    private const ulong Confined = 0x01 | 0x02 | 0x04 | 0x08;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64;

    /// <summary>Opens a folder by its configured path.</summary>
    public static SafeFileHandle OpenRoot(string path) => Checked(Open(path, DirectoryOnly | CloseOnExec), out _) ?? throw Fault("open");

    /// <summary>Opens a folder below another; null with the error if that can't be done.</summary>
    public static SafeFileHandle? OpenFolder(SafeFileHandle root, string path, out int error) =>
        OpenConfined(root, path, DirectoryOnly | CloseOnExec, out error);

    /// <summary>Opens a file of a folder for reading; null with the error if that can't be done.</summary>
    public static SafeFileHandle? OpenFile(SafeFileHandle folder, string name, out int error) =>
        OpenConfined(folder, name, NoFollow | NonBlocking | CloseOnExec, out error);

    /// <summary>What lies under a path, without following a link at its end; null if it can't be told.</summary>
    public static FileStatus? Stat(string path) =>
        Statx(AtWorkingDirectory, path, AtNoFollow, BasicStatus, out var status) == 0 ? status : null;

    /// <summary>What lies under a name in a folder; null with the error if that can't be told.</summary>
    public static FileStatus? Stat(SafeFileHandle folder, string name, out int error)
    {
        var done = Statx(folder, name, AtNoFollow, BasicStatus, out var status) == 0;
        error = done ? 0 : Marshal.GetLastPInvokeError();
        return done ? status : null;
    }

    /// <summary>What an open file is.</summary>
    public static FileStatus Stat(SafeFileHandle file) =>
        Statx(file, "", AtEmptyPath, BasicStatus, out var status) == 0 ? status : throw Fault("statx");

    /// <summary>Takes a file's name off a folder, and sees to it that this survives a power cut.</summary>
    public static void RemoveFile(SafeFileHandle folder, string name)
    {
        if (Unlinkat(folder, name, 0) != 0)
            throw Fault("unlinkat");
        Sync(folder);
    }

    /// <summary>Moves a file to another folder of the same volume, where nothing may have the name yet.</summary>
    public static bool Move(SafeFileHandle from, string name, SafeFileHandle to, string newName, out int error)
    {
        var done = Renameat2(from, name, to, newName, NoReplace) == 0;
        error = done ? 0 : Marshal.GetLastPInvokeError();
        return done;
    }

    /// <summary>Sees to it that a folder's entries survive a power cut.</summary>
    public static void Sync(SafeFileHandle folder)
    {
        if (Fsync(folder) != 0)
            throw Fault("fsync");
    }

    /// <summary>Makes a folder that only this account can open, unless it is there.</summary>
    public static void MakePrivateFolder(SafeFileHandle parent, string name) => Mkdirat(parent, name, OwnerOnly);

    /// <summary>Removes a folder if it is empty. True if it is gone.</summary>
    public static bool RemoveEmptyFolder(SafeFileHandle parent, string name) => Unlinkat(parent, name, AtRemoveDirectory) == 0;

    /// <summary>An error without the path, since a path names a person.</summary>
    public static IOException Fault(string call) => new($"The system call {call} failed (errno {Marshal.GetLastPInvokeError()}).");

    private static SafeFileHandle? OpenConfined(SafeFileHandle folder, string path, int flags, out int error)
    {
        var how = new OpenHow { Flags = (ulong)flags, Resolve = Confined };
        var handle = Checked(Openat2(Openat2Number, folder, path, in how, (nuint)Marshal.SizeOf<OpenHow>()), out error);
        return handle;
    }

    private static SafeFileHandle? Checked(long descriptor, out int error)
    {
        error = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        return descriptor < 0 ? null : new SafeFileHandle((nint)descriptor, ownsHandle: true);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Openat2(long number, SafeFileHandle folder, string path, in OpenHow how, nuint size);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(SafeFileHandle folder, string path, int flags, uint mask, out FileStatus status);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out FileStatus status);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unlinkat(SafeFileHandle folder, string path, int flags);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Renameat2(SafeFileHandle from, string name, SafeFileHandle to, string newName, uint flags);

    [LibraryImport("libc", EntryPoint = "mkdirat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Mkdirat(SafeFileHandle folder, string path, uint mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle file);
}
