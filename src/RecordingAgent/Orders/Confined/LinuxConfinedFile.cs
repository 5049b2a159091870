using Microsoft.Win32.SafeHandles;

namespace RecordingAgent.Orders.Confined;

/// <summary>An open file together with its open folder, so that no path has to be walked again.</summary>
internal sealed class LinuxConfinedFile(string root, SafeFileHandle parent, string name, FileStatus status, FileStream content)
    : ConfinedFile(content, status.Links != 1)
{
    public override bool Remove()
    {
        if (Libc.Stat(parent, name, out _) is not { } named || !named.IsSameFileAs(status))
            return false;
        return Quarantine.Remove(root, parent, name, status) && Libc.Stat(parent, name, out var error) is null && error == Libc.NoEntry;
    }

    public override void Dispose()
    {
        base.Dispose();
        parent.Dispose();
    }
}
