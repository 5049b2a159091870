using RecordingAgent.Orders.Confined;

namespace RecordingAgent.Tests.Orders;

public sealed class LinuxConfinedFilesTests : ConfinedFilesContract
{
    private protected override IConfinedFiles Files { get; } = new LinuxConfinedFiles();

    private string Aside => Path.Combine(Disk["root"], Quarantine.FolderName);

    [Fact]
    public void Kernel_OfThisMachine_HasTheCall() => Assert.True(LinuxConfinedFiles.IsSupported());

    [Fact]
    public void Removed_LeavesNothingAside()
    {
        var file = Write("root/file");

        using (var opened = Files.Open(Disk["root"], "file").File)
            Assert.True(opened!.Remove());

        Assert.Equal((false, false), (File.Exists(file), Directory.Exists(Aside)));
    }

    /// <summary>The program ended between taking a file from its place and removing it.</summary>
    [Fact]
    public void Aside_AfterACrash_WhatBearsItsOwnIdentityGoes()
    {
        var left = Write("root/left");
        var status = Libc.Stat(left)!.Value;
        Directory.CreateDirectory(Aside);
        File.Move(left, Path.Combine(Aside, $"{status.DeviceMajor:x}-{status.DeviceMinor:x}-{status.Inode:x}"));

        Files.FinishRemovals(Disk["root"]);

        Assert.False(Directory.Exists(Aside));
    }

    /// <summary>Another file stood under the name when it was taken, and the program ended before it was put back.</summary>
    [Fact]
    public void Aside_WithTheIdentityOfAnother_Stays()
    {
        Directory.CreateDirectory(Aside);
        var foreign = Write($"root/{Quarantine.FolderName}/8-1-1f");

        Files.FinishRemovals(Disk["root"]);

        Assert.True(File.Exists(foreign));
    }

    /// <summary>Nothing outside is removed by way of a link that somebody put in the folder's place.</summary>
    [Fact]
    public void Aside_ThatIsALink_IsNotFollowed()
    {
        var outside = Write("outside/file");
        Write("root/file");
        Directory.CreateSymbolicLink(Aside, Disk["outside"]);

        using var opened = Files.Open(Disk["root"], "file").File;

        Assert.Throws<IOException>(() => opened!.Remove());
        Assert.Throws<IOException>(() => Files.FinishRemovals(Disk["root"]));
        Assert.True(File.Exists(outside));
    }

    private string Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Disk[path])!);
        File.WriteAllText(Disk[path], "in");
        return Disk[path];
    }
}
