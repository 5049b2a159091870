using System.Buffers.Text;
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
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public DirectLineTokenAnswer Issue(string conversationId, DirectLineUser user)
    {
        var expiresAt = clock.GetUtcNow() + options.Value.TokenLifetime;
        var claims = new Claims(conversationId, user.Id, user.Name, expiresAt.ToUnixTimeSeconds());
        var signed = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, ActivityJson.Options))}";
        return new DirectLineTokenAnswer(
            conversationId,
            $"{signed}.{Base64Url.EncodeToString(Mac(signed))}",
            (int)options.Value.TokenLifetime.TotalSeconds
        );
    }

    /// <summary>What a token says, expired or not; null if it isn't one of ours.</summary>
    public DirectLineTicket? Read(string token)
    {
        if (token.Length > MaxLength || token.Split('.') is not [var header, var body, var mac] || header != Header)
            return null;
        var given = new byte[HMACSHA256.HashSizeInBytes];
        if (!Base64Url.TryDecodeFromChars(mac, given, out var length) || length != given.Length)
            return null;
        if (!CryptographicOperations.FixedTimeEquals(given, Mac($"{header}.{body}")))
            return null;

        // The key holder wrote the rest, so it can be read without doubt.
        var claims = JsonSerializer.Deserialize<Claims>(Base64Url.DecodeFromChars(body), ActivityJson.Options)!;
        return new DirectLineTicket(
            claims.Conversation,
            new DirectLineUser(claims.User, claims.Name),
            DateTimeOffset.FromUnixTimeSeconds(claims.Expires)
        );
    }

    private byte[] Mac(string signed) => HMACSHA256.HashData(options.Value.Key, Encoding.ASCII.GetBytes(signed));

    private sealed record Claims(
        [property: JsonPropertyName("conv")] string Conversation,
        [property: JsonPropertyName("user")] string User,
        [property: JsonPropertyName("name")] string? Name,
        [property: JsonPropertyName("exp")] long Expires
    );
}
