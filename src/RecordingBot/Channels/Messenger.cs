using BotConnector.DirectLine;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>Speaks to a person unasked: in their language, into their conversation, where it waits if nobody is looking.</summary>
public sealed class Messenger(RegistryContext registry, DirectLineChannel channel, ChatWording wording)
{
    /// <summary>Tells a person something. It is delivered when this returns true; within a transaction, when that commits.</summary>
    /// <param name="personId">Whom.</param>
    /// <param name="text">What.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="key">Names the message for this person: told again with the same key, it is said once. Null: no such check.</param>
    /// <returns>True when accepted, now or before; false where there is no such person.</returns>
    /// <exception cref="System.Resources.MissingManifestResourceException">The chat has no sentence of that key.</exception>
    public async Task<bool> TellAsync(Guid personId, ChatText text, CancellationToken ct, string? key = null)
    {
        var person = await registry.People.AsNoTracking().FirstOrDefaultAsync(row => row.Id == personId, ct);
        if (person is null)
            return false;
        await channel.SendAsync(DirectLineUsers.IdOf(personId), wording.Write(text, person.Language), key, ct);
        return true;
    }
}
