using Campus;

namespace Journey;

public sealed class FolderTests
{
    private readonly string folder = Place.NewFolder();

    [Fact]
    public void Prepare_FreshOnItsOwnFolder_EmptiesIt()
    {
        CampusFolder.Prepare(folder, fresh: false);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "zoom", "deep")).FullName, "zoom.json"), "{}");

        CampusFolder.Prepare(folder, fresh: true);

        Assert.Equal([".campus"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Prepare_FreshOnSomebodysFolder_LeavesItAlone()
    {
        var theirs = Path.Combine(folder, "thesis.txt");
        File.WriteAllText(theirs, "years of work");

        Assert.Throws<IOException>(() => CampusFolder.Prepare(folder, fresh: true));

        Assert.True(File.Exists(theirs));
    }

    [Fact]
    public void Prepare_FreshWithALinkInside_RemovesTheLinkAndNotWhatItLeadsTo()
    {
        CampusFolder.Prepare(folder, fresh: false);
        var elsewhere = Place.NewFolder();
        File.WriteAllText(Path.Combine(elsewhere, "kept.txt"), "kept");
        Directory.CreateSymbolicLink(Path.Combine(folder, "link"), elsewhere);

        CampusFolder.Prepare(folder, fresh: true);

        Assert.True(File.Exists(Path.Combine(elsewhere, "kept.txt")));
        Assert.False(Path.Exists(Path.Combine(folder, "link")));
    }
}
