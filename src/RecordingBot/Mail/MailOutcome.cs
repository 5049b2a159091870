namespace RecordingBot.Mail;

/// <summary>What came of giving a letter to the mail server.</summary>
public enum MailOutcome
{
    /// <summary>The server took it.</summary>
    Accepted,

    /// <summary>It was certainly not taken: it may be tried again.</summary>
    NotGiven,

    /// <summary>The connection broke while the server had it: nobody can tell.</summary>
    Unknown,
}
