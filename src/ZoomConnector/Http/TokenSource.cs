using System.Text;
using ZoomConnector.Errors;

namespace ZoomConnector.Http;

/// <summary>An app's token: fetched once for all who wait, renewed before its end (facts/zoom.md 3.1).</summary>
internal sealed class TokenSource(ZoomWire wire, Retries retries, Func<AppSignIn> app, TimeProvider clock)
{
    private readonly Lock gate = new();

    private Task<AccessToken>? current;

    /// <summary>A token that is good for a while yet.</summary>
    /// <exception cref="ZoomException">No token to be had; the next caller tries afresh.</exception>
    public Task<AccessToken> GetAsync(CancellationToken ct)
    {
        lock (gate)
        {
            if (current is null || IsSpent(current))
                current = Task.Run(FetchAsync, CancellationToken.None); // nobody's own cancellation may take it from the others
            return current.WaitAsync(ct);
        }
    }

    /// <summary>Forgets a token that Zoom has refused, unless a newer one is there already.</summary>
    public void Drop(AccessToken token)
    {
        lock (gate)
        {
            if (current is { IsCompletedSuccessfully: true } && ReferenceEquals(current.Result, token))
                current = null;
        }
    }

    private bool IsSpent(Task<AccessToken> token) =>
        token.IsCompleted && (!token.IsCompletedSuccessfully || token.Result.RenewAt <= clock.GetUtcNow());

    private async Task<AccessToken> FetchAsync()
    {
        var signIn = app();
        var basic = Encoding.UTF8.GetBytes($"{signIn.ClientId}:{signIn.ClientSecret.Reveal()}");
        var call = new ZoomCall("POST", signIn.TokenUrl, signIn.TokenUrl.AbsolutePath, Repeatable: true)
        {
            Authorization = "Basic " + Convert.ToBase64String(basic),
            Form = signIn.Form,
        };
        var asked = clock.GetUtcNow();
        var answer = await retries.RunAsync(call, ct => AskAsync(call, ct), CancellationToken.None);
        return AccessToken.Of(answer.Read<TokenAnswer>(call), asked);
    }

    private async Task<ZoomAnswer> AskAsync(ZoomCall call, CancellationToken ct)
    {
        var answer = await wire.SendAsync(call, ct);
        return ErrorTable.Fault(call, answer) switch
        {
            null => answer,
            // The token endpoint says "invalid_client" with 400: it is our sign-in all the same.
            { Kind: ZoomErrorKind.Invalid } fault => throw new ZoomException(
                ZoomErrorKind.Unauthorized,
                call.Method,
                call.Path,
                "Zoom doesn't accept the account, client id or client secret."
            )
            {
                Status = fault.Status,
            },
            var fault => throw fault,
        };
    }
}
