using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>
/// The sessions of those who are signed in: a random token with its holder, its hash in the registry, so that an administrator can
/// end a session at once (security.md 3.5).
/// </summary>
public sealed class SessionBook(RegistryContext registry, Registrar registrar, TimeProvider clock)
{
    /// <summary>A session without requests ends after this.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Every session ends after this.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    /// <summary>Being seen is written down no more often than this: reading a page is not worth a write.</summary>
    private static readonly TimeSpan Seen = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session and saves it; sessions that are over go.</summary>
    /// <returns>The token, 32 random bytes as base64url; it is nowhere else.</returns>
    public async Task<string> CreateAsync(PersonRow person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        registry.Sessions.Add(
            new()
            {
                TokenHash = KeyRing.Hash(token),
                PersonId = person.Id,
                CreatedAt = now,
                LastSeenAt = now,
            }
        );
        registrar.Audit(Subject.Person(person.Id), "session.began", Subject.Person(person.Id));
        await registry.SaveChangesAsync(ct);
        var (oldest, quiet) = (now - Absolute, now - Idle);
        await registry.Sessions.Where(row => row.CreatedAt < oldest || row.LastSeenAt < quiet).ExecuteDeleteAsync(ct);
        return token;
    }

    /// <summary>The person of a live session, read afresh: a changed role holds at the next request.</summary>
    public async Task<(PersonRow Person, string TokenHash)?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (KeyRing.Hash(token), clock.GetUtcNow());
        var session = await registry.Sessions.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash, ct);
        if (session is null || now - session.CreatedAt >= Absolute || now - session.LastSeenAt >= Idle || session.CreatedAt > now)
            return null;
        var person = await registry
            .People.AsNoTracking()
            .Include(row => row.Links)
            .FirstOrDefaultAsync(row => row.Id == session.PersonId, ct);
        // Who has left the institution is signed out with it.
        if (person is null or { LeftAt: not null })
            return null;
        if (now - session.LastSeenAt >= Seen)
            await registry
                .Sessions.Where(row => row.TokenHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), ct);
        return (person, hash);
    }

    /// <summary>Ends a session; harmless when it is over.</summary>
    public async Task EndAsync(string tokenHash, CancellationToken ct) =>
        await registry.Sessions.Where(row => row.TokenHash == tokenHash).ExecuteDeleteAsync(ct);
}
