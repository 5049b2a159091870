namespace RecordingBot.Notices;

/// <summary>How it stands with a meeting's consents.</summary>
/// <param name="Present">Consent to recording, of those who are in the meeting now.</param>
/// <param name="Recorded">Consent or agreement to publication, of those who can have been recorded.</param>
public sealed record ConsentState(ConsentTally Present, ConsentTally Recorded)
{
    /// <summary>Nobody was seen, or nobody is asked.</summary>
    public static readonly ConsentState None = new(ConsentTally.Nobody, ConsentTally.Nobody);
}
