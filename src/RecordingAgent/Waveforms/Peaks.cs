using System.Buffers.Binary;

namespace RecordingAgent.Waveforms;

/// <summary>
/// Reduces a sound of unknown length to a few peaks while it streams by: whenever all places are taken, two neighbours become one and a place
/// stands for twice as long. So the longest file needs no more memory than the shortest.
/// </summary>
internal sealed class Peaks
{
    private const int PieceSize = 1 << 16;
    private readonly int[] places = new int[SeenWaveform.MostPeaks];
    private int taken;
    private long samplesAPlace = 80; // a hundredth of a second, at 8000 samples a second
    private long samples;
    private int loudest;

    /// <summary>Reads samples (16 bits, signed, low byte first) to the end.</summary>
    /// <returns>A byte for each stretch; none for no sound.</returns>
    public static async Task<byte[]> ReadAsync(Stream sound, CancellationToken ct)
    {
        var peaks = new Peaks();
        var piece = new byte[PieceSize];
        int length;
        while ((length = await sound.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, ct)) > 0)
            peaks.Add(piece.AsSpan(0, length));
        return peaks.ToBytes();
    }

    private void Add(ReadOnlySpan<byte> piece)
    {
        for (; piece.Length >= 2; piece = piece[2..])
        {
            loudest = Math.Max(loudest, Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(piece)));
            if (++samples == samplesAPlace)
                Take();
        }
    }

    private void Take()
    {
        places[taken++] = loudest;
        (loudest, samples) = (0, 0);
        if (taken == places.Length)
            Halve();
    }

    private void Halve()
    {
        taken /= 2;
        samplesAPlace *= 2;
        for (var place = 0; place < taken; place++)
            places[place] = Math.Max(places[2 * place], places[(2 * place) + 1]);
    }

    private byte[] ToBytes()
    {
        if (samples > 0)
            Take();
        return Array.ConvertAll(places[..taken], peak => (byte)Math.Min(byte.MaxValue, peak >> 7));
    }
}
