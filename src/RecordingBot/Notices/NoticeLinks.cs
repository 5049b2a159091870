using Microsoft.Extensions.Options;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>A notice's unguessable link. Its token is made from the installation's key when it is needed; only its hash is stored.</summary>
public sealed class NoticeLinks(KeyRing keys, IOptions<SiteOptions> site)
{
    private const string Purpose = "notice link";

    public string HashFor(Guid notice) => KeyRing.Hash(keys.Token(Purpose, notice));

    /// <summary>Stands for the link in what is stored, and is as long: the token itself is never written down.</summary>
    public Uri Unfilled => new(site.Value.PublicUrl, "/n/" + new string('0', 43));

    /// <summary>The message that is posted.</summary>
    public string MessageOf(NoticeRow notice) =>
        notice.Message.Replace(Unfilled.AbsoluteUri, Of(notice).AbsoluteUri, StringComparison.Ordinal);

    public Uri Of(NoticeRow notice) => new(site.Value.PublicUrl, "/n/" + keys.Token(Purpose, notice.Id));
}
