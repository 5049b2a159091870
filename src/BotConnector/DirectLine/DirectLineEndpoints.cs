using System.Globalization;
using System.Text.Json;
using BotConnector.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BotConnector.DirectLine;

/// <summary>The calls of Direct Line 3.0, over WebSocket and with polling.</summary>
internal static class DirectLineEndpoints
{
    private const int MaxLocaleLength = 35; // RFC 5646, 4.4.1

    /// <summary>A first token, for whom the host knows.</summary>
    public static async Task<IResult> GenerateTokenAsync(
        HttpContext context,
        IDirectLineUsers users,
        IDirectLineStore store,
        DirectLineTokens tokens,
        CancellationToken ct
    )
    {
        if (await users.ResolveAsync(context) is not { } user)
            return DirectLineError.NotSignedIn;
        var conversation = await store.ConversationOfAsync(user.Id, ct);
        return Json(tokens.Issue(conversation.Id, user));
    }

    /// <summary>A new token for a good one.</summary>
    public static IResult RefreshToken(HttpContext context, DirectLineTokens tokens) => Json(tokens.Renew(Ticket(context)));

    /// <summary>The person is there: the bot greets, the first time.</summary>
    public static async Task<IResult> StartConversationAsync(
        HttpContext context,
        DirectLineTurns turns,
        DirectLineTokens tokens,
        IOptions<DirectLineOptions> options,
        CancellationToken ct
    )
    {
        if (await RequestBody.ReadAsync(context.Request, options.Value.MaxActivityBytes, ct) is not { } body)
            return DirectLineError.TooLarge(options.Value.MaxActivityBytes);
        if (!TryReadLocale(body, out var locale))
            return DirectLineError.BadArgument("The body is not JSON.");

        var ticket = Ticket(context);
        return await turns.OpenAsync(ticket, locale) is { } isNew
            ? Json(WithStream(context, tokens, options.Value, watermark: null), isNew ? 201 : 200)
            : DirectLineError.NotFound;
    }

    /// <summary>Goes on with a conversation.</summary>
    public static async Task<IResult> ReconnectAsync(
        HttpContext context,
        string conversationId,
        string? watermark,
        IDirectLineStore store,
        DirectLineTokens tokens,
        IOptions<DirectLineOptions> options,
        CancellationToken ct
    )
    {
        if (!TryReadWatermark(watermark, out _))
            return DirectLineError.BadArgument("The watermark is not one of ours.");
        return await store.FindAsync(conversationId, ct) is not null
            ? Json(WithStream(context, tokens, options.Value, watermark))
            : DirectLineError.NotFound;
    }

    /// <summary>Opens the stream that an answer of ours has named.</summary>
    public static async Task<IResult> StreamAsync(
        HttpContext context,
        string conversationId,
        string? watermark,
        string? pass,
        DirectLineTokens tokens,
        DirectLineSocket socket
    )
    {
        if (!context.WebSockets.IsWebSocketRequest || !TryReadWatermark(watermark, out var after))
            return DirectLineError.BadArgument("This is the address of a WebSocket.");
        if (!IsOwnOrigin(context.Request))
            return DirectLineError.OtherOrigin;
        if (tokens.TakePass(pass ?? "") is not { } ticket || ticket.ConversationId != conversationId)
            return DirectLineError.NoPass;
        return await socket.ServeAsync(context, ticket, after) ? TypedResults.Empty : DirectLineError.TooManyStreams;
    }

    /// <summary>Files are not taken: a talk about a recording needs none.</summary>
    public static IResult RefuseFiles() => DirectLineError.NoFiles;

    /// <summary>Takes what the person says.</summary>
    public static async Task<IResult> PostActivityAsync(
        HttpContext context,
        DirectLineTurns turns,
        IOptions<DirectLineOptions> options,
        CancellationToken ct
    )
    {
        if (await RequestBody.ReadAsync(context.Request, options.Value.MaxActivityBytes, ct) is not { } body)
            return DirectLineError.TooLarge(options.Value.MaxActivityBytes);
        var incoming = IncomingActivity.Of(body);
        if (incoming.Refusal is { } refusal)
            return refusal;
        if (incoming.Activity?.Type == ActivityTypes.Typing)
            return Json(new ResourceResponse(Guid.NewGuid().ToString("N")));

        return await turns.TakeAsync(Ticket(context), incoming) is { } kept ? Json(kept) : DirectLineError.NotFound;
    }

    /// <summary>What was said after the watermark.</summary>
    public static async Task<IResult> ReadActivitiesAsync(
        string conversationId,
        string? watermark,
        IDirectLineStore store,
        IOptions<DirectLineOptions> options,
        CancellationToken ct
    )
    {
        if (!TryReadWatermark(watermark, out var after))
            return DirectLineError.BadArgument("The watermark is not one of ours.");
        if (await store.FindAsync(conversationId, ct) is null)
            return DirectLineError.NotFound;
        var lines = await store.ReadAfterAsync(conversationId, after, options.Value.PageSize, ct);
        var last = lines is [.., var newest] ? newest.Sequence : after;
        return Json(new ActivitySet([.. lines.Select(line => line.Activity)], last.ToString(CultureInfo.InvariantCulture)));
    }

    private static JsonHttpResult<T> Json<T>(T answer, int status = 200) =>
        TypedResults.Json(answer, ActivityJson.Options, statusCode: status);

    /// <summary>A renewed token with the address of a stream that goes on after the watermark.</summary>
    private static DirectLineTokenAnswer WithStream(
        HttpContext context,
        DirectLineTokens tokens,
        DirectLineOptions options,
        string? watermark
    )
    {
        var (ticket, request) = (Ticket(context), context.Request);
        var scheme = request.IsHttps || options.IsBehindHttps ? "wss" : "ws";
        var root = request.Path.Value![..request.Path.Value!.LastIndexOf("/conversations", StringComparison.Ordinal)];
        var query = QueryString.Create("watermark", watermark ?? "").Add("pass", tokens.IssuePass(ticket));
        return tokens.Renew(ticket) with
        {
            StreamUrl = $"{scheme}://{request.Host}{request.PathBase}{root}/conversations/{ticket.ConversationId}/stream{query}",
        };
    }

    /// <summary>A page of another site may not listen, even with a stolen address; programs send no origin.</summary>
    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);

    private static DirectLineTicket Ticket(HttpContext context) => context.Features.GetRequiredFeature<DirectLineTicket>();

    /// <summary>Nothing and <c>-</c> mean the start; else it is a place in the log.</summary>
    private static bool TryReadWatermark(string? watermark, out long after)
    {
        after = 0;
        return watermark is null or "" or "-" || long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    /// <summary>The body may be absent; the person in it is not believed, only the language is read.</summary>
    private static bool TryReadLocale(byte[] body, out string? locale)
    {
        locale = null;
        if (body.Length == 0)
            return true;
        try
        {
            var start = JsonSerializer.Deserialize<JsonElement>(body, ActivityJson.Options);
            if (
                start.ValueKind == JsonValueKind.Object
                && start.TryGetProperty("locale", out var given)
                && given.ValueKind == JsonValueKind.String
                && given.GetString() is { Length: > 0 and <= MaxLocaleLength } tag
            )
                locale = tag;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
