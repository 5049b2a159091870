using RecordingAgent.Watching;

namespace RecordingAgent.Tests.Watching;

public class MediaHeaderTests
{
    [Fact]
    public void Header_OfAWholeFile_TellsTheDuration()
    {
        Assert.Equal(new MediaHeader(true, TimeSpan.FromSeconds(90.5)), Read(Mp4.Of(90.5)));
        Assert.Equal(new MediaHeader(true, TimeSpan.FromSeconds(5400.25)), Read(Mp4.Long(5400.25)));
    }

    [Fact]
    public void Header_OfAFileCutOffAnywhere_IsNotWhole()
    {
        var whole = Mp4.Of(90);

        for (var length = 0; length < whole.Length; length++)
        {
            var header = Read(whole[..length]);
            // A cut between two boxes can only be told where the movie header is missing.
            var isBetweenBoxes = length == whole.Length - 12;
            Assert.Equal(isBetweenBoxes, header.IsWhole);
        }
    }

    [Fact]
    public void Header_OfAnythingElse_IsNotWhole()
    {
        Assert.False(Read(new byte[64]).IsWhole);
        Assert.False(Read("#EXTM3U\n/etc/hosts\n"u8.ToArray()).IsWhole);
        Assert.False(Read(Mp4.Box("ftyp", [1, 2, 3, 4])).IsWhole);
    }

    [Fact]
    public void Header_WithoutATimeScale_TellsNoDuration() =>
        Assert.Equal(new MediaHeader(true, null), Read(Mp4.Box("moov", Mp4.Box("mvhd", new byte[100]))));

    private static MediaHeader Read(byte[] content) => MediaHeader.Read(new MemoryStream(content));
}
