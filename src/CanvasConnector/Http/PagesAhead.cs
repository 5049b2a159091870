using CanvasConnector.Errors;

namespace CanvasConnector.Http;

/// <summary>
/// Gives a list's pages in their order along Canvas's own links. Where Canvas numbers them and there are many, some are
/// fetched before their turn. Such a list may move meanwhile: an item that comes twice, an end that comes early, and
/// another first or last page than before are told, because something may have been lost between two pages.
/// </summary>
internal sealed class PagesAhead<T>(Func<CanvasCall, CancellationToken, Task<Page<T>>> read, CancellationToken ct) : IAsyncDisposable
    where T : IIdentified<T>
{
    private const int MostPages = 10_000;
    private const int MostAtOnce = 10;
    private const int FewestWorthIt = 8;

    // A list whose end Canvas does not tell is searched only if it goes on after its second page.
    private const int SearchedAfter = 2;

    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
    private readonly Queue<(Uri Address, Task<Page<T>> Page)> coming = new();
    private readonly Dictionary<int, Page<T>> found = [];
    private readonly HashSet<CanvasId<T>> seen = [];
    private int pages;
    private bool isDecided;
    private Run? run;
    private int nextToFetch;

    /// <summary>What was known of a list when pages were first fetched ahead.</summary>
    private sealed record Run(PageNumbers List, int Last, Page<T> Start, Page<T> End);

    /// <summary>The page after this one; null at the list's end.</summary>
    /// <exception cref="CanvasException"><see cref="CanvasErrorKind.Protocol"/> if the list cannot be believed.</exception>
    public async Task<Page<T>?> AfterAsync(Page<T> page)
    {
        if (page.Next is not { } next)
        {
            await CheckEndAsync(page);
            return null;
        }
        if (next == page.Call.Opaque || ++pages == MostPages)
            throw AnswerReader.Unbelievable(page.Call, 200, "the list never ends");
        if (!isDecided)
            await DecideAsync(page, next);
        return await TakeAsync(next);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await SettleAsync();
        stop.Dispose();
    }

    // The links decide; what was fetched ahead only saves the wait if they lead there.
    private async Task<Page<T>> TakeAsync(Uri next)
    {
        Fetch();
        if (coming.TryPeek(out var ahead) && ahead.Address != next)
            await StopFetchingAsync();
        if (coming.Count == 0)
            return Remember(await read(CanvasCall.Get(next), stop.Token));
        var page = Remember(await ahead.Page);
        coming.Dequeue();
        Fetch();
        return page;
    }

    private async Task StopFetchingAsync()
    {
        await SettleAsync();
        coming.Clear();
        nextToFetch = int.MaxValue;
    }

    private async Task SettleAsync() =>
        await Task.WhenAll(coming.Select(ahead => (Task)ahead.Page)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Fetch()
    {
        for (; run is not null && coming.Count < MostAtOnce && nextToFetch <= run.Last; nextToFetch++)
        {
            coming.Enqueue(
                (
                    run.List.At(nextToFetch),
                    found.Remove(nextToFetch, out var page) ? Task.FromResult(page) : ReadAsync(run.List, nextToFetch)
                )
            );
        }
    }

    private Page<T> Remember(Page<T> page)
    {
        if (run is not null && !page.Items.All(item => seen.Add(item.Id)))
            throw Changed(page);
        return page;
    }

    private async Task DecideAsync(Page<T> page, Uri next)
    {
        if (page.Last is null && pages < SearchedAfter)
            return;
        isDecided = true;
        if (PageNumbers.Of(next) is not var (list, number))
            return;
        if (await EndAsync(page, list, number) is not var (end, last))
            return;
        run = new Run(list, last, page, end);
        nextToFetch = number;
        Remember(page);
    }

    // It is read before any page is fetched ahead: that it is the same afterwards tells that nothing has moved.
    private async Task<(Page<T> Page, int Number)?> EndAsync(Page<T> page, PageNumbers list, int known)
    {
        if (page.Last is null)
            return await SearchAsync(list, known);
        return PageNumbers.Of(page.Last) is var (lastList, last) && lastList == list && last - known >= FewestWorthIt
            ? (await ReadAsync(list, last), last)
            : null;
    }

    // Canvas does not tell the end of every list; a numbered page past it is empty, and no error (facts: Canvas 2.1).
    private async Task<(Page<T> Page, int Number)?> SearchAsync(PageNumbers list, int known)
    {
        (Page<T> Page, int Number)? there = null;
        try
        {
            for (var beyond = MostPages + 1; (there?.Number ?? known) + 1 < beyond; )
            {
                var marks = Marks(there?.Number, known, beyond);
                var marked = await Task.WhenAll(marks.Select(mark => ReadAsync(list, mark)));
                var past = Array.FindIndex(marked, page => page.Items.IsEmpty && page.Next is null);
                if (past == 0 && there is null)
                    return null; // not worth it
                if (past >= 0)
                    beyond = marks[past];
                // What is there is not read a second time.
                foreach (var (mark, page) in marks.Zip(marked).Take(past < 0 ? marks.Length : past))
                    there = (found[mark] = page, mark);
            }
            // But the end, to which something may be added meanwhile.
            if (there is { } end)
                found.Remove(end.Number);
            return there;
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return null; // then the pages come one after the other
        }
    }

    // Far apart at first, then evenly between the last page known and the first known to be beyond the end.
    private static int[] Marks(int? there, int known, int beyond)
    {
        var marks = there is { } last
            ? Enumerable.Range(1, MostAtOnce - 1).Select(step => last + (step * Math.Max(1, (beyond - last) / MostAtOnce)))
            : Enumerable.Range(0, 6).Select(step => (known + FewestWorthIt) * (1 << (2 * step)));
        return [.. marks.Where(mark => mark < beyond)];
    }

    private Task<Page<T>> ReadAsync(PageNumbers list, int number) => read(CanvasCall.Get(list.At(number)), stop.Token);

    private async Task CheckEndAsync(Page<T> end)
    {
        if (run is null)
            return;
        if (coming.Count > 0 || nextToFetch <= run.Last)
            throw Changed(end);
        var again = await Task.WhenAll(read(run.Start.Call, stop.Token), read(run.End.Call, stop.Token));
        // What was added at the end has moved nothing.
        if (!Ids(again[0]).SequenceEqual(Ids(run.Start)) || !Ids(again[1]).Take(run.End.Items.Length).SequenceEqual(Ids(run.End)))
            throw Changed(end);
    }

    private static IEnumerable<CanvasId<T>> Ids(Page<T> page) => page.Items.Select(item => item.Id);

    private static CanvasException Changed(Page<T> page) =>
        AnswerReader.Unbelievable(page.Call, 200, "the list changed while it was read: read it again");
}
