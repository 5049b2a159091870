using BotConnector.DirectLine;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>Who may talk to the bot in the web chat: every person who is signed in, each in one conversation.</summary>
public sealed class DirectLineUsers(SignedIn signedIn) : IDirectLineUsers
{
    private const string Prefix = "dl_";

    /// <summary>The chat's id for a person.</summary>
    public static string IdOf(Guid personId) => $"{Prefix}{personId:N}";

    /// <summary>The person behind an id of the chat; null where it is none of ours.</summary>
    public static Guid? PersonOf(string? userId) =>
        userId is not null
        && userId.StartsWith(Prefix, StringComparison.Ordinal)
        && Guid.TryParseExact(userId.AsSpan(Prefix.Length), "N", out var id)
            ? id
            : null;

    /// <inheritdoc />
    public ValueTask<DirectLineUser?> ResolveAsync(HttpContext context) =>
        // Where the sign-in came by cookie, the guard of unsafe methods has asked for the antiforgery token before.
        ValueTask.FromResult(signedIn.Person is { } person ? Of(person) : null);

    /// <summary>A person as the chat knows them.</summary>
    public static DirectLineUser Of(PersonRow person) => new(IdOf(person.Id), person.DisplayName);
}
