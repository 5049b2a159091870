using RecordingAgent.Orders.Confined;

namespace RecordingAgent.Tests.Orders;

/// <summary>What every way of keeping inside a root promises.</summary>
public abstract class ConfinedFilesContract : IDisposable
{
    private readonly TemporaryFolder disk = new();

    protected ConfinedFilesContract()
    {
        Directory.CreateDirectory(disk["root/a/b"]);
        Directory.CreateDirectory(disk["outside"]);
        File.WriteAllText(disk["root/a/b/file"], "in");
        File.WriteAllText(disk["outside/file"], "out");
    }

    private protected abstract IConfinedFiles Files { get; }

    private string Root => disk["root"];

    [Fact]
    public void File_BelowTheRoot_IsOpenedAndRemoved()
    {
        using var opening = Files.Open(Root, "a/b/file").File;

        Assert.NotNull(opening);
        Assert.Equal("in", new StreamReader(opening.Content).ReadToEnd());
        Assert.False(opening.HasOtherNames);
        Assert.True(opening.Remove());
        Assert.False(File.Exists(disk["root/a/b/file"]));
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
        File.CreateSymbolicLink(disk["root/link"], disk["outside/file"]);
        File.CreateSymbolicLink(disk["root/dangling"], disk["outside/none"]);
        Directory.CreateSymbolicLink(disk["root/a/linked"], disk["outside"]);

        var opening = Files.Open(Root, path);

        Assert.Equal((null, false), (opening.File, opening.IsMissing));
    }

    [Fact]
    public void File_SwappedAfterItWasOpened_IsNotRemoved()
    {
        using var opened = Files.Open(Root, "a/b/file").File;
        File.Move(disk["root/a/b/file"], disk["root/a/b/moved"]);
        File.WriteAllText(disk["root/a/b/file"], "in");

        Assert.False(opened?.Remove());
        Assert.True(File.Exists(disk["root/a/b/file"]));
        Assert.True(File.Exists(disk["root/a/b/moved"]));
    }

    [Fact]
    public void File_WhoseFolderBecameALink_IsNotRemovedElsewhere()
    {
        using var opened = Files.Open(Root, "a/b/file").File;
        Directory.Move(disk["root/a/b"], disk["root/a/moved"]);
        Directory.CreateSymbolicLink(disk["root/a/b"], disk["outside"]);

        opened?.Remove();

        Assert.True(File.Exists(disk["outside/file"]));
    }

    [Fact]
    public void Folder_Empty_IsRemovedAndOneWithAFileIsNot()
    {
        Directory.CreateSymbolicLink(disk["root/linked"], disk["outside"]);
        Directory.CreateDirectory(disk["outside/empty"]);

        Assert.False(Files.RemoveEmptyFolder(Root, "a/b"));
        Assert.False(Files.RemoveEmptyFolder(Root, "linked/empty"));
        Assert.False(Files.RemoveEmptyFolder(Root, "linked"));
        Assert.False(Files.RemoveEmptyFolder(Root, "none"));
        File.Delete(disk["root/a/b/file"]);
        Assert.True(Files.RemoveEmptyFolder(Root, "a/b"));

        Assert.False(Directory.Exists(disk["root/a/b"]));
        Assert.True(Directory.Exists(disk["outside/empty"]));
    }

    [Fact]
    public void Root_ThatIsAway_IsAFault() => Assert.ThrowsAny<IOException>(() => Files.Open(disk["none"], "a"));

    public void Dispose()
    {
        disk.Dispose();
        GC.SuppressFinalize(this);
    }
}
