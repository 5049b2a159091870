namespace RecordingBot.Mail;

/// <summary>The institution's mail server; section <c>Mail</c>. Without a host no mail is sent.</summary>
public sealed class MailOptions
{
    public string? Host { get; set; }
    public int Port { get; set; } = 587;

    /// <summary>The address that letters come from.</summary>
    public string? From { get; set; }

    public string? UserName { get; set; }
    public string? Password { get; set; }

    /// <summary>Encrypts the connection by STARTTLS; without it no password is sent.</summary>
    public bool StartTls { get; set; } = true;
}
