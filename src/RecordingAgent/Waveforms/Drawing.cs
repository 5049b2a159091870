namespace RecordingAgent.Waveforms;

/// <summary>What came of drawing, and the picture where there is one.</summary>
internal readonly record struct Drawing(WaveformOutcome Outcome, byte[] Peaks)
{
    public static Drawing None(WaveformOutcome why) => new(why, []);
}
