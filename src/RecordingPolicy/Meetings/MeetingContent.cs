namespace RecordingPolicy.Meetings;

/// <summary>What will be said or shown in the meeting. Null means not answered.</summary>
public sealed record MeetingContent
{
    /// <summary>Special categories of personal data (GDPR 9).</summary>
    public bool? Sensitive { get; init; }

    /// <summary>Secrecy, duty of silence, protected identities.</summary>
    public bool? Confidential { get; init; }

    /// <summary>The rest of what HB calls <i>extra skyddsvärda</i>: offences, judgements of personal qualities and the like.</summary>
    public bool? Private { get; init; }

    public bool? PersonalIdentityNumbers { get; init; }

    /// <summary>At least one of sensitive, confidential and private is answered yes.</summary>
    public bool IsPrivacySensitive => Sensitive is true || Confidential is true || Private is true;
}
