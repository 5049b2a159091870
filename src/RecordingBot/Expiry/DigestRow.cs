namespace RecordingBot.Expiry;

/// <summary>One message to one person about all their recordings that end: written down before it is sent, with what each channel made of it.</summary>
public sealed class DigestRow
{
    public Guid Id { get; init; }

    /// <summary>To whom; null for a Canvas user whom the registry doesn't know.</summary>
    public Guid? PersonId { get; init; }

    public string? CanvasUserId { get; init; }
    public DateTimeOffset At { get; init; }
    public int Attempts { get; set; }

    /// <summary>When it is tried next; null once it is over.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? ChatAcceptedAt { get; set; }

    /// <summary>When it was first given to Canvas, which takes no message back: after a broken call it is looked for before it is sent again.</summary>
    public DateTimeOffset? CanvasTriedAt { get; set; }
    public DateTimeOffset? CanvasAcceptedAt { get; set; }

    /// <summary>When it was given to the mail server, which can't be asked afterwards: what broke off there is not sent again.</summary>
    public DateTimeOffset? MailTriedAt { get; set; }
    public DateTimeOffset? MailAcceptedAt { get; set; }

    /// <summary>By which a message is known again in Canvas.</summary>
    public string Reference => Id.ToString("N")[^8..].ToUpperInvariant();

    /// <summary>The channels that took it.</summary>
    public IEnumerable<string> Accepted =>
        new[] { ("chat", ChatAcceptedAt), ("canvas", CanvasAcceptedAt), ("mail", MailAcceptedAt) }
            .Where(channel => channel.Item2 is not null)
            .Select(channel => channel.Item1);
}
