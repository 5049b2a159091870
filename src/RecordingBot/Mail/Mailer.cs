using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace RecordingBot.Mail;

/// <summary>Gives letters to the institution's mail server.</summary>
public sealed partial class Mailer(IOptions<MailOptions> options, TimeProvider clock, ILogger<Mailer> logger)
{
    private const int TimeoutMilliseconds = 30_000;

    /// <summary>How long a server that doesn't answer is left alone: each letter would wait for it as long as the first, and other messages with it.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(5);

    private DateTimeOffset awayUntil = DateTimeOffset.MinValue;

    /// <summary>Whether there is a mail server to give letters to.</summary>
    public bool IsSetUp => options.Value.Host is not null;

    /// <summary>Sends a letter in plain text. Sent twice with the same <paramref name="id"/>, it bears the same message id.</summary>
    public async Task<MailOutcome> SendAsync(string to, string subject, string body, Guid id, CancellationToken ct)
    {
        if (clock.GetUtcNow() < awayUntil)
            return MailOutcome.NotGiven;
        var settings = options.Value;
        using var letter = new MailMessage(settings.From!, to, subject, body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable,
        };
        letter.Headers["Message-ID"] = $"<{id:N}@{letter.From!.Host}>";
        letter.Headers["Auto-Submitted"] = "auto-generated";
        using var server = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls, Timeout = TimeoutMilliseconds };
        if (settings.UserName is { } user)
            server.Credentials = new NetworkCredential(user, settings.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeoutMilliseconds);
        try
        {
            await server.SendMailAsync(letter, patience.Token);
            return MailOutcome.Accepted;
        }
        catch (SmtpException fault)
        {
            // An answer of the server's, or no connection to begin with: it has nothing of the letter.
            var refused = (int)fault.StatusCode >= 400 || fault.InnerException is SocketException;
            LogFailed(id, fault.StatusCode);
            return refused ? MailOutcome.NotGiven : MailOutcome.Unknown;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LogFailed(id, SmtpStatusCode.GeneralFailure);
            awayUntil = clock.GetUtcNow() + Away;
            return MailOutcome.Unknown;
        }
    }

    [LoggerMessage(LogLevel.Warning, "mail: letter {Letter} was not taken by the mail server: {Status}")]
    private partial void LogFailed(Guid letter, SmtpStatusCode status);
}
