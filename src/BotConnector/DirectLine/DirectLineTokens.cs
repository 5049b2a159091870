using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotConnector.Activities;
using Microsoft.Extensions.Options;

namespace BotConnector.DirectLine;

/// <summary>
/// Makes and reads tokens. They have the form of a JWT, since Web Chat takes the person's id from its <c>user</c> claim;
/// there is one algorithm (HMAC-SHA256) and one key, so the header is compared and never obeyed.
/// </summary>
internal sealed class DirectLineTokens(IOptions<DirectLineOptions> options, TimeProvider clock)
{
    private const int MaxLength = 4096;
    private static readonly TimeSpan PassLifetime = TimeSpan.FromMinutes(1);
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
    private readonly ConcurrentDictionary<string, DateTimeOffset> usedPasses = new(StringComparer.Ordinal);

    /// <summary>A first token for somebody whom the host has just recognised.</summary>
    public DirectLineTokenAnswer Issue(string conversationId, DirectLineUser user) =>
        Renew(new(conversationId, user, default, clock.GetUtcNow() + options.Value.SignInLifetime));

    /// <summary>A new token for a good one, never beyond its end.</summary>
    public DirectLineTokenAnswer Renew(DirectLineTicket ticket)
    {
        var now = clock.GetUtcNow();
        var lifetime = Shorter(options.Value.TokenLifetime, ticket.EndsAt - now);
        return new(ticket.ConversationId, Write(ticket with { ExpiresAt = now + lifetime }, pass: null), (int)lifetime.TotalSeconds);
    }

    /// <summary>What a token says, expired or not; null if it isn't one of ours.</summary>
    public DirectLineTicket? Read(string token) => Claimed(token) is { Pass: null } claims ? TicketOf(claims) : null;

    /// <summary>
    /// A pass to a stream, good once and for a minute: it stands in an address, since browsers send no header with a socket,
    /// and addresses are logged.
    /// </summary>
    public string IssuePass(DirectLineTicket ticket) =>
        Write(
            ticket with
            {
                ExpiresAt = clock.GetUtcNow() + Shorter(PassLifetime, ticket.EndsAt - clock.GetUtcNow()),
            },
            pass: RandomNumberGenerator.GetHexString(16)
        );

    /// <summary>Takes a pass; null if it isn't one of ours, has expired or was taken before.</summary>
    public DirectLineTicket? TakePass(string text)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, expiresAt) in usedPasses)
            if (expiresAt <= now)
                usedPasses.TryRemove(old, out _);
        return
            Claimed(text) is { Pass: { } pass } claims
            && TicketOf(claims) is var ticket
            && ticket.ExpiresAt > now
            && usedPasses.TryAdd(pass, ticket.ExpiresAt)
            ? ticket
            : null;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one < other ? one
        : other > TimeSpan.Zero ? other
        : TimeSpan.Zero;

    private string Write(DirectLineTicket ticket, string? pass)
    {
        var claims = new Claims(
            ticket.ConversationId,
            ticket.User.Id,
            ticket.User.Name,
            ticket.ExpiresAt.ToUnixTimeSeconds(),
            ticket.EndsAt.ToUnixTimeSeconds(),
            pass
        );
        var signed = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, ActivityJson.Options))}";
        return $"{signed}.{Base64Url.EncodeToString(Mac(signed))}";
    }

    private Claims? Claimed(string token)
    {
        if (token.Length > MaxLength || token.Split('.') is not [var header, var body, var mac] || header != Header)
            return null;
        var given = new byte[HMACSHA256.HashSizeInBytes];
        if (!Base64Url.TryDecodeFromChars(mac, given, out var length) || length != given.Length)
            return null;
        // The key holder wrote the rest, so it can be read without doubt.
        return CryptographicOperations.FixedTimeEquals(given, Mac($"{header}.{body}"))
            ? JsonSerializer.Deserialize<Claims>(Base64Url.DecodeFromChars(body), ActivityJson.Options)
            : null;
    }

    private static DirectLineTicket TicketOf(Claims claims) =>
        new(
            claims.Conversation,
            new DirectLineUser(claims.User, claims.Name),
            DateTimeOffset.FromUnixTimeSeconds(claims.Expires),
            DateTimeOffset.FromUnixTimeSeconds(claims.Ends)
        );

    private byte[] Mac(string signed) => HMACSHA256.HashData(options.Value.Key, Encoding.ASCII.GetBytes(signed));

    private sealed record Claims(
        [property: JsonPropertyName("conv")] string Conversation,
        [property: JsonPropertyName("user")] string User,
        [property: JsonPropertyName("name")] string? Name,
        [property: JsonPropertyName("exp")] long Expires,
        [property: JsonPropertyName("end")] long Ends,
        [property: JsonPropertyName("pass")] string? Pass
    );
}
