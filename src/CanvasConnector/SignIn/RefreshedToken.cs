using CanvasConnector.Errors;
using CanvasConnector.Http;
using RestSharp;

namespace CanvasConnector.SignIn;

/// <summary>
/// Access tokens by OAuth2 refresh (facts: Canvas 1): one refresh for all who wait, begun before the token ends or when
/// Canvas has refused it. The refresh token stays the same.
/// </summary>
internal sealed class RefreshedToken(CanvasOptions options, TimeProvider time, Func<CanvasCall, CancellationToken, Task<RestResponse>> send)
    : IAccessTokens,
        IDisposable
{
    private const string WhatToDo =
        "Canvas gives no new access token: check Canvas:ClientId and Canvas:ClientSecret, "
        + "or sign the service user in again and set Canvas:RefreshToken";

    // Of a token's life the last tenth is left unused: six minutes of Canvas's hour.
    private const double UsedShare = 0.9;
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private CanvasToken? current;
    private DateTimeOffset renewAt;
    private Task<CanvasToken>? renewal;

    public async ValueTask<CanvasToken> GetAsync(CancellationToken ct)
    {
        Task<CanvasToken> coming;
        lock (gate)
        {
            if (current is not null && time.GetUtcNow() < renewAt)
                return current;
            coming = renewal ??= Task.Run(RenewAsync, CancellationToken.None);
        }
        return await coming.WaitAsync(ct);
    }

    public bool Discard(CanvasToken token)
    {
        lock (gate)
        {
            if (ReferenceEquals(current, token)) // else somebody else has already got a newer one
                current = null;
        }
        return true;
    }

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    // Belongs to all who wait, so none of them can cancel it.
    private async Task<CanvasToken> RenewAsync()
    {
        try
        {
            var asked = time.GetUtcNow();
            var (token, life) = await AskAsync(stop.Token);
            lock (gate)
                (current, renewAt) = (token, asked + (life * UsedShare));
            return token;
        }
        finally
        {
            lock (gate)
                renewal = null;
        }
    }

    private async Task<(CanvasToken Token, TimeSpan Life)> AskAsync(CancellationToken ct)
    {
        var call = CanvasCall
            .SignIn()
            .With("grant_type", "refresh_token")
            .With("client_id", options.ClientId!)
            .With("client_secret", options.ClientSecret!.Reveal())
            .With("refresh_token", options.RefreshToken!.Reveal());
        try
        {
            var answer = AnswerReader.Read<NewToken>(call, await send(call, ct));
            var life = answer.ExpiresIn is { } seconds ? Life(call, seconds) : LongestLife;
            return CanvasToken.TryCreate(answer.AccessToken, out var token)
                ? (token, life)
                : throw AnswerReader.Unbelievable(call, 200, "what was given is not a token");
        }
        catch (CanvasException refusal) when (refusal.Status is 400 or 401 or 403 && refusal.Kind != CanvasErrorKind.Throttled)
        {
            throw new CanvasException(CanvasErrorKind.Unauthorized, refusal.Status, call.Verb, call.Path, WhatToDo)
            {
                ErrorReportId = refusal.ErrorReportId,
            };
        }
        // Whoever asked for a file or a course must never take this "not found" for its absence.
        catch (CanvasException refusal) when (refusal.Kind is CanvasErrorKind.NotFound or CanvasErrorKind.Conflict)
        {
            throw AnswerReader.Unbelievable(call, refusal.Status, "there is no sign-in at Canvas:BaseUrl");
        }
    }

    private static TimeSpan Life(CanvasCall call, long seconds) =>
        seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestLife.TotalSeconds))
            : throw AnswerReader.Unbelievable(call, 200, "the new token has already ended");
}
