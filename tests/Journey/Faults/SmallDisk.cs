using System.Diagnostics;

namespace Journey.Faults;

/// <summary>A small disk of its own (tmpfs), which a test can fill.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private SmallDisk(string path) => Folder = path;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Mounts it. Needs root, or sudo without a question, as <c>test.sh</c> does.</summary>
    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk(Place.NewFolder());
        Assert.Equal(
            0,
            await RunAsync("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={megabytes}m,mode=1777"), "tmpfs", disk.Folder)
        );
        return disk;
    }

    /// <summary>Fills it to the last byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var piece in new[] { 64 * 1024, 4096, 1 })
        {
            try
            {
                while (true)
                    file.Write(new byte[piece]);
            }
            catch (IOException)
            {
                // No room for a piece of this size any more.
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void Clear() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        Assert.Equal(0, await RunAsync("umount", Folder));
        Directory.Delete(Folder);
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        string[] all = Environment.IsPrivilegedProcess ? [program, .. arguments] : ["sudo", "-n", program, .. arguments];
        await using var child = Child.Start("small-disk-" + program, new ProcessStartInfo(all[0], all[1..]));
        return await child.EndAsync(Patience, TestContext.Current.CancellationToken);
    }
}
