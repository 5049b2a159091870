using RecordingAgent.Orders.Confined;

namespace RecordingAgent.Tests.Orders;

/// <summary>What every way of keeping inside a root promises.</summary>
public abstract class ConfinedFilesContract : IDisposable
{
    private protected TemporaryFolder Disk { get; } = new();

    protected ConfinedFilesContract()
    {
        Directory.CreateDirectory(Disk["root/a/b"]);
        Directory.CreateDirectory(Disk["outside"]);
        File.WriteAllText(Disk["root/a/b/file"], "in");
        File.WriteAllText(Disk["outside/file"], "out");
    }

    private protected abstract IConfinedFiles Files { get; }

    private string Root => Disk["root"];

    [Fact]
    public void File_BelowTheRoot_IsOpenedAndRemoved()
    {
        using var opening = Files.Open(Root, "a/b/file").File;

        Assert.NotNull(opening);
        Assert.Equal("in", new StreamReader(opening.Content).ReadToEnd());
        Assert.False(opening.HasOtherNames);
        Assert.True(opening.Remove());
        Assert.False(File.Exists(Disk["root/a/b/file"]));
    }

    [Theory]
    [InlineData("a/b/none")]
    [InlineData("a/none/file")]
    [InlineData("a/b/file/none")]
    [InlineData("none")]
    public void Path_ToNothing_IsMissing(string path) => Assert.True(Files.Open(Root, path).IsMissing);

    [Theory]
    [InlineData("a/b")]
    [InlineData("link")]
    [InlineData("a/linked/file")]
    [InlineData("dangling")]
    public void Path_ToAFolderOrThroughALink_IsNoFile(string path)
    {
        File.CreateSymbolicLink(Disk["root/link"], Disk["outside/file"]);
        File.CreateSymbolicLink(Disk["root/dangling"], Disk["outside/none"]);
        Directory.CreateSymbolicLink(Disk["root/a/linked"], Disk["outside"]);

        var opening = Files.Open(Root, path);

        Assert.Equal((null, false), (opening.File, opening.IsMissing));
    }

    [Fact]
    public void File_SwappedAfterItWasOpened_IsNotRemoved()
    {
        using var opened = Files.Open(Root, "a/b/file").File;
        File.Move(Disk["root/a/b/file"], Disk["root/a/b/moved"]);
        File.WriteAllText(Disk["root/a/b/file"], "in");

        Assert.False(opened?.Remove());
        Assert.True(File.Exists(Disk["root/a/b/file"]));
        Assert.True(File.Exists(Disk["root/a/b/moved"]));
    }

    [Fact]
    public void File_WhoseFolderBecameALink_IsNotRemovedElsewhere()
    {
        using var opened = Files.Open(Root, "a/b/file").File;
        Directory.Move(Disk["root/a/b"], Disk["root/a/moved"]);
        Directory.CreateSymbolicLink(Disk["root/a/b"], Disk["outside"]);

        opened?.Remove();

        Assert.True(File.Exists(Disk["outside/file"]));
    }

    [Fact]
    public void Folder_Empty_IsRemovedAndOneWithAFileIsNot()
    {
        Directory.CreateSymbolicLink(Disk["root/linked"], Disk["outside"]);
        Directory.CreateDirectory(Disk["outside/empty"]);

        Assert.False(Files.RemoveEmptyFolder(Root, "a/b"));
        Assert.False(Files.RemoveEmptyFolder(Root, "linked/empty"));
        Assert.False(Files.RemoveEmptyFolder(Root, "linked"));
        Assert.False(Files.RemoveEmptyFolder(Root, "none"));
        File.Delete(Disk["root/a/b/file"]);
        Assert.True(Files.RemoveEmptyFolder(Root, "a/b"));

        Assert.False(Directory.Exists(Disk["root/a/b"]));
        Assert.True(Directory.Exists(Disk["outside/empty"]));
    }

    [Fact]
    public void Root_ThatIsAway_IsAFault() => Assert.ThrowsAny<IOException>(() => Files.Open(Disk["none"], "a"));

    public void Dispose()
    {
        Disk.Dispose();
        GC.SuppressFinalize(this);
    }
}
