using System.Runtime.CompilerServices;
using RestSharp;

namespace CanvasConnector.Http;

/// <summary>Walks a list page by page along Canvas's own links.</summary>
internal sealed class CanvasPager(CanvasSender sender)
{
    private const int MostPages = 10_000;

    public IAsyncEnumerable<T> ReadAllAsync<T>(CanvasCall first, CancellationToken ct) => ReadAllAsync<List<T>, T>(first, page => page, ct);

    /// <summary>For lists that come wrapped in an object.</summary>
    public async IAsyncEnumerable<T> ReadAllAsync<TPage, T>(
        CanvasCall first,
        Func<TPage, IEnumerable<T>> unwrap,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var call = first.Ask("per_page", "100");
        for (var pages = 1; ; pages++)
        {
            var answer = await sender.SendAsync(call, ct);
            foreach (var item in unwrap(AnswerReader.Read<TPage>(call, answer)))
                yield return item ?? throw AnswerReader.Unbelievable(call, 200, "the answer's list has holes");
            if (Next(call, answer) is not { } next)
                yield break;
            if (next == call.Opaque || pages == MostPages)
                throw AnswerReader.Unbelievable(call, 200, "the list never ends");
            call = CanvasCall.Get(next);
        }
    }

    // The token goes with the next call: an address elsewhere would give it away.
    private Uri? Next(CanvasCall call, RestResponse answer)
    {
        if (LinkHeader.Find(answer.GetHeaderValue("Link"), "next") is not { } link)
            return null;
        return
            Uri.TryCreate(link, UriKind.Absolute, out var next)
            && sender.IsHome(next)
            && next.AbsolutePath.StartsWith("/api/v1/", StringComparison.Ordinal)
            ? next
            : throw AnswerReader.Unbelievable(call, 200, "the next page is said to be elsewhere");
    }
}
