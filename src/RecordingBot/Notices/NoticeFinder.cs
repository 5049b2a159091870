using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Notices;

/// <summary>
/// Finds a notice by its link's token. The link of an earlier version leads to the one that stands: what people were given is no dead end. Unknown,
/// malformed and revoked ones are not told apart (security.md 3.4).
/// </summary>
public static class NoticeFinder
{
    /// <summary>The length of a token: 32 bytes as base64url.</summary>
    private const int TokenLength = 43;

    /// <summary>The version that stands of the meeting that the link is for.</summary>
    public static Task<NoticeRow?> FindAsync(this RegistryContext registry, string token, CancellationToken ct)
    {
        var hash = HashOf(token);
        return registry
            .Notices.AsNoTracking()
            .Where(row => row.RevokedAt == null && registry.Notices.Any(link => link.TokenHash == hash && link.MeetingId == row.MeetingId))
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>All versions that a link's reader may see, the oldest first; empty where it leads nowhere.</summary>
    public static async Task<IReadOnlyList<NoticeRow>> VersionsAsync(this RegistryContext registry, string token, CancellationToken ct) =>
        await registry.FindAsync(token, ct) is { } standing
            ? await registry
                .Notices.AsNoTracking()
                .Where(row => row.MeetingId == standing.MeetingId)
                .OrderBy(row => row.Version)
                .ToListAsync(ct)
            : [];

    /// <summary>Whether a link was given for this very version.</summary>
    public static bool IsLinkOf(NoticeRow row, string token) => row.TokenHash == HashOf(token);

    /// <summary>Hashed whatever it looks like: the answer takes as long for every token that leads nowhere.</summary>
    private static string HashOf(string token) => KeyRing.Hash(token.Length == TokenLength ? token : "");
}
