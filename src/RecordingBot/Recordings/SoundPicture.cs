using System.Globalization;
using System.Text;
using RecordingAgent.Waveforms;

namespace RecordingBot.Recordings;

/// <summary>A recording's sound as a picture: a stroke for each stretch of it, as tall as its loudest moment beside the loudest of all.</summary>
/// <param name="Peaks">How loud each stretch is; null where there is no picture.</param>
/// <param name="Outcome">Whether it was drawn, and else why not; null where nobody has tried.</param>
/// <param name="Duration">How long it plays.</param>
public sealed record SoundPicture(byte[]? Peaks, WaveformOutcome? Outcome, TimeSpan? Duration)
{
    private const double Half = 48;

    /// <summary>The picture of a part.</summary>
    public static SoundPicture Of(PartRow part) =>
        new(part.Waveform is { Length: > 0 } peaks ? peaks : null, part.WaveformOutcome, part.Duration);

    /// <summary>The strokes, for a drawing as many units wide as there are peaks and 100 tall.</summary>
    public string Strokes
    {
        get
        {
            var path = new StringBuilder();
            double loudest = (Peaks ?? []).Append((byte)1).Max();
            foreach (var (place, peak) in (Peaks ?? []).Index())
            {
                var height = Math.Max(1, Half * peak / loudest);
                path.Append(CultureInfo.InvariantCulture, $"M{place}.5 {50 - height:0.#}V{50 + height:0.#}");
            }
            return path.ToString();
        }
    }

    /// <summary>A playing time in hours, minutes and seconds, as both languages write it: "1 h 43 min", "24 s".</summary>
    public static string Say(TimeSpan duration) =>
        duration < TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (int)duration.TotalSeconds)} s")
            : string.Join(
                ' ',
                new[]
                {
                    duration.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours} h") : null,
                    duration.Minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes} min") : null,
                }.OfType<string>()
            );
}
