using RecordingAgent.Hashing;

namespace RecordingAgent.Tests.Hashing;

public class FileHashTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((3 << 20) + 7)]
    public async Task Hash_OfAnyLength_IsThatOfTheWhole(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        using var stream = new MemoryStream(content);
        stream.Position = length;

        var (sha256, size) = await FileHash.ComputeAsync(stream, TestContext.Current.CancellationToken);

        Assert.Equal((Computer.Sha256(content), length), (sha256, size));
    }
}
