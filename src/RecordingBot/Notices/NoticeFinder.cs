using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>Finds a notice by its link's token. Unknown, malformed and revoked ones are not told apart (security.md 3.4).</summary>
public static class NoticeFinder
{
    /// <summary>The length of a token: 32 bytes as base64url.</summary>
    private const int TokenLength = 43;

    public static Task<NoticeRow?> FindAsync(this RegistryContext registry, string token, CancellationToken ct)
    {
        // Looked up whatever it looks like: the answer takes as long for every token that leads nowhere.
        var hash = KeyRing.Hash(token.Length == TokenLength ? token : "");
        return registry.Notices.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash && row.RevokedAt == null, ct);
    }
}
