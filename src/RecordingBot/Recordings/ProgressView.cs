namespace RecordingBot.Recordings;

/// <summary>How far a long piece of work on a recording is.</summary>
/// <param name="What"><c>hashing</c>, <c>upload</c> or <c>removal</c>.</param>
/// <param name="Done">How much is done.</param>
/// <param name="Total">Of how much.</param>
/// <param name="Unit"><c>bytes</c> or <c>copies</c>.</param>
public sealed record ProgressView(string What, long Done, long Total, string Unit)
{
    public const string Hashing = "hashing";
    public const string Upload = "upload";
    public const string Removal = "removal";

    /// <summary>Whole percent, never more than is done.</summary>
    public long Percent() => Total == 0 ? 0 : Math.Clamp(Done * 100 / Total, 0, 100);

    public static ProgressView OfBytes(string what, long done, long total) => new(what, done, total, "bytes");

    public static ProgressView OfCopies(long gone, long total) => new(Removal, gone, total, "copies");
}
