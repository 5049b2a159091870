using System.ComponentModel.DataAnnotations;

namespace CanvasConnector;

/// <summary>Which Canvas is spoken to, as whom, and how patiently.</summary>
public sealed class CanvasOptions
{
    /// <summary>
    /// The institution's Canvas: scheme, host and port, no path. Always https, except for a loopback address, which may
    /// be plain http and then passes the address filter at exactly its host and port.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// The access token of an account administrator's service user, made by hand. Either this, or <see cref="ClientId"/>,
    /// <see cref="ClientSecret"/> and <see cref="RefreshToken"/>.
    /// </summary>
    public CanvasToken? Token { get; set; }

    /// <summary>The id of the developer key with which access tokens are renewed (OAuth2).</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of the developer key.</summary>
    public CanvasToken? ClientSecret { get; set; }

    /// <summary>What Canvas gave when the service user signed in with the developer key; it stays the same.</summary>
    public CanvasToken? RefreshToken { get; set; }

    /// <summary>The root account, which owns the terms.</summary>
    public string RootAccountId { get; set; } = "1";

    /// <summary>
    /// Whether a student's own enrollment dates may keep a course open for the recording's purposes. Off: only course,
    /// section and term decide.
    /// </summary>
    public bool HonourIndividualDates { get; set; }

    /// <summary>Whether a Canvas on a private network may be spoken to. Off: such addresses are refused.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>How long one try may take until its headers are there; 1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one try may take as a whole; 1 second to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long an upload's bytes may stand still, and their receiver may keep silent after the last of them; 1 second to
    /// 10 minutes. As long as bytes flow, an upload takes the time it takes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan UploadStallTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often one call is tried at most; 1 to 10.</summary>
    [Range(1, 10)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// The longest wait between two tries; 1 second to 15 minutes. If Canvas asks for a longer one, the call ends as
    /// throttled and tells it, so that the caller can come back then.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:15:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Asked just before each call that changes something in Canvas, if set; what it throws is the call's outcome, and nothing was sent.</summary>
    public Func<CancellationToken, Task>? BeforeChange { get; set; }
}
