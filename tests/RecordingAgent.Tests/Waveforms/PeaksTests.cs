using System.Buffers.Binary;
using RecordingAgent.Waveforms;

namespace RecordingAgent.Tests.Waveforms;

public class PeaksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(79)]
    [InlineData(80 * 240)]
    [InlineData((80 * 240) + 1)]
    [InlineData(8000 * 61)]
    [InlineData(8000 * 5400)]
    public async Task Sound_OfAnyLength_GivesAtMost240PeaksAndAtLeastHalfOfThemWhenLong(int samples)
    {
        var peaks = await Peaks.ReadAsync(new MemoryStream(Samples(samples, _ => -12800)), Ct);

        Assert.InRange(peaks.Length, samples < 80 * 120 ? 1 : 120, 240);
        Assert.All(peaks, peak => Assert.Equal(100, peak));
    }

    [Fact]
    public async Task Sound_SilentThenLoud_ShowsWhereItBegins()
    {
        const int total = 8000 * 300;

        var peaks = await Peaks.ReadAsync(new MemoryStream(Samples(total, at => at < total * 3 / 4 ? (short)0 : short.MinValue)), Ct);

        var silent = peaks.TakeWhile(peak => peak == 0).Count();
        Assert.InRange((double)silent / peaks.Length, 0.73, 0.77);
        Assert.All(peaks.Skip(silent), peak => Assert.Equal(255, peak));
    }

    [Fact]
    public async Task Sound_WithOneLoudMoment_KeepsItHoweverLongTheRest()
    {
        var peaks = await Peaks.ReadAsync(
            new MemoryStream(Samples(8000 * 3600, at => at == 8000 * 1800 ? short.MaxValue : (short)128)),
            Ct
        );

        Assert.Equal(255, Assert.Single(peaks, peak => peak != 1));
    }

    [Fact]
    public async Task Sound_OfNothing_HasNoPeaks() => Assert.Empty(await Peaks.ReadAsync(new MemoryStream([]), Ct));

    private static byte[] Samples(int count, Func<int, short> at)
    {
        var bytes = new byte[count * 2];
        for (var sample = 0; sample < count; sample++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(sample * 2), at(sample));
        return bytes;
    }
}
