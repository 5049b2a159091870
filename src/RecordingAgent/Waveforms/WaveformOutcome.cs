namespace RecordingAgent.Waveforms;

/// <summary>What came of drawing a recording's sound.</summary>
public enum WaveformOutcome
{
    /// <summary>There is a picture.</summary>
    Drawn,

    /// <summary>The program that reads sound isn't on this computer.</summary>
    NoProgram,

    /// <summary>The file has no sound, or none that can be read.</summary>
    NoSound,

    /// <summary>It took too long and was given up.</summary>
    TimedOut,
}
