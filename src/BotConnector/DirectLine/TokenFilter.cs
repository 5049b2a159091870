using Microsoft.AspNetCore.Http;

namespace BotConnector.DirectLine;

/// <summary>Lets through who has a good token for the conversation in the path, and leaves a <see cref="DirectLineTicket"/> with the request.</summary>
internal sealed class TokenFilter(DirectLineTokens tokens, TimeProvider clock) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (TicketOf(http.Request.Headers.Authorization.ToString()) is not { } ticket)
            return DirectLineError.NotSignedIn;
        if (ticket.ExpiresAt <= clock.GetUtcNow())
            return DirectLineError.Expired;
        if (http.Request.RouteValues["conversationId"] is string asked && asked != ticket.ConversationId)
            return DirectLineError.OtherConversation;

        http.Features.Set(ticket);
        return await next(context);
    }

    private DirectLineTicket? TicketOf(string header) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? tokens.Read(header[Scheme.Length..].Trim()) : null;
}
