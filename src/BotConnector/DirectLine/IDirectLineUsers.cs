using Microsoft.AspNetCore.Http;

namespace BotConnector.DirectLine;

/// <summary>The host's word on who may talk to the bot.</summary>
public interface IDirectLineUsers
{
    /// <summary>
    /// The person behind a request for a token, or null if nobody is signed in (the answer is then 401).
    /// A host that signs in by cookie also checks its antiforgery token here.
    /// </summary>
    ValueTask<DirectLineUser?> ResolveAsync(HttpContext context);
}
