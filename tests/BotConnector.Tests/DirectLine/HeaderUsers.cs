using BotConnector.DirectLine;
using Microsoft.AspNetCore.Http;

namespace BotConnector.Tests.DirectLine;

/// <summary>Signs in whoever the header <c>X-User</c> names.</summary>
internal sealed class HeaderUsers : IDirectLineUsers
{
    public ValueTask<DirectLineUser?> ResolveAsync(HttpContext context) =>
        ValueTask.FromResult(
            context.Request.Headers["X-User"].ToString() is { Length: > 0 } id ? new DirectLineUser(id, $"Name of {id}") : null
        );
}
