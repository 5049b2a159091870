using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RestSharp;

namespace CanvasConnector.Http;

/// <summary>Reads whole lists, item by item, without holding more than a few pages.</summary>
internal sealed class CanvasPager(CanvasSender sender)
{
    public IAsyncEnumerable<T> ReadAllAsync<T>(CanvasCall first, CancellationToken ct)
        where T : IIdentified<T> => ReadAllAsync<List<T>, T>(first, page => page, ct);

    /// <summary>For lists that come wrapped in an object.</summary>
    public async IAsyncEnumerable<T> ReadAllAsync<TPage, T>(
        CanvasCall first,
        Func<TPage, IEnumerable<T>> unwrap,
        [EnumeratorCancellation] CancellationToken ct
    )
        where T : IIdentified<T>
    {
        await using var pages = new PagesAhead<T>((call, stop) => ReadPageAsync(call, unwrap, stop), ct);
        var page = await ReadPageAsync(first.Ask("per_page", "100"), unwrap, ct);
        for (Page<T>? current = page; current is not null; current = await pages.AfterAsync(current))
        {
            foreach (var item in current.Items)
            {
                ct.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    private async Task<Page<T>> ReadPageAsync<TPage, T>(CanvasCall call, Func<TPage, IEnumerable<T>> unwrap, CancellationToken ct)
    {
        var answer = await sender.SendAsync(call, ct);
        ImmutableArray<T> items = [.. unwrap(AnswerReader.Read<TPage>(call, answer))];
        if (items.Any(item => item is null))
            throw AnswerReader.Unbelievable(call, 200, "the answer's list has holes");
        return new Page<T>(call, items, Neighbour(call, answer, "next"), Neighbour(call, answer, "last"));
    }

    // The token goes with the next call: an address elsewhere would give it away.
    private Uri? Neighbour(CanvasCall call, RestResponse answer, string relation)
    {
        if (LinkHeader.Find(answer.GetHeaderValue("Link"), relation) is not { } link)
            return null;
        return
            Uri.TryCreate(link, UriKind.Absolute, out var address)
            && sender.IsHome(address)
            && address.AbsolutePath.StartsWith("/api/v1/", StringComparison.Ordinal)
            ? address
            : throw AnswerReader.Unbelievable(call, 200, "another page is said to be elsewhere");
    }
}
