using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using ZoomConnector.Errors;

namespace ZoomConnector.Http;

/// <summary>The one road for every request: sign-in, retries, translation of errors, pages.</summary>
internal sealed class ZoomSender(ZoomWire wire, TokenSource tokens, Retries retries, IOptions<ZoomOptions> options)
{
    private const int MostPages = 10_000;

    /// <summary>The API's address.</summary>
    public Uri Api => options.Value.ApiUrl;

    /// <summary>What a token of now may do, parted by spaces; null where Zoom doesn't tell.</summary>
    public async Task<string?> ReadScopeAsync(CancellationToken ct) => (await tokens.GetAsync(ct)).Scope;

    /// <summary>Sends a call and reads its answer, which <paramref name="isWhatWasAsked"/> must recognise (security.md 3.7).</summary>
    public async Task<T> AskAsync<T>(ZoomCall call, Func<T, bool> isWhatWasAsked, CancellationToken ct)
    {
        var answer = await SendAsync(call, ct);
        var value = answer.Read<T>(call);
        return isWhatWasAsked(value) ? value : throw answer.Odd(call, "the answer is about something else.");
    }

    /// <summary>Sends a call until it succeeds, is refused, or isn't worth trying again.</summary>
    public Task<ZoomAnswer> SendAsync(ZoomCall call, CancellationToken ct) => retries.RunAsync(call, once => SignedInAsync(call, once), ct);

    /// <summary>Reads a list page after page, as far as the caller wants to go.</summary>
    /// <param name="pageAt">The call for the page with a token; the empty token means the first.</param>
    /// <param name="ct">Stops the reading.</param>
    public async IAsyncEnumerable<TItem> ListAsync<TPage, TItem>(
        Func<string, ZoomCall> pageAt,
        [EnumeratorCancellation] CancellationToken ct
    )
        where TPage : IZoomPage<TItem>
    {
        var token = "";
        for (var page = 1; ; page++)
        {
            var call = pageAt(token);
            var answer = await SendAsync(call, ct);
            var items = answer.Read<TPage>(call);
            foreach (var item in items.Items)
                yield return item;
            if (string.IsNullOrEmpty(items.NextPageToken))
                yield break;
            if (items.NextPageToken == token || page == MostPages)
                throw answer.Odd(call, "the list doesn't end.");
            token = items.NextPageToken;
        }
    }

    private async Task<ZoomAnswer> SignedInAsync(ZoomCall call, CancellationToken ct)
    {
        var token = await tokens.GetAsync(ct);
        var answer = await wire.SendAsync(call with { Authorization = token.Header }, ct);
        var fault = ErrorTable.Fault(call, answer);
        if (fault is { Kind: ZoomErrorKind.Unauthorized or ZoomErrorKind.ScopeMissing })
        {
            // The token may have been withdrawn, or be older than a scope that was just granted: once more with a new one.
            tokens.Drop(token);
            token = await tokens.GetAsync(ct);
            answer = await wire.SendAsync(call with { Authorization = token.Header }, ct);
            fault = ErrorTable.Fault(call, answer);
        }

        return fault is null ? answer : throw fault;
    }
}
