using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Http;

/// <summary>Numbered pages are fetched before their turn, in order, within the budget, and never lose an item in silence.</summary>
public sealed class ParallelPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_Numbered_IsReadInParallelAndInOrder(bool last)
    {
        await using var canvas = await PagedCanvas.StartAsync(399, Ct, last);
        using var client = canvas.Client();

        var ids = await PagedCanvas.ReadAsync(client, Ct);

        Assert.Equal(Enumerable.Range(1, 399), ids);
        Assert.InRange(canvas.MostAtOnce, 3, 10);
        Assert.InRange(canvas.Pages.Count, 200, last ? 203 : 240);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_OfAnyLength_IsWhole(bool last)
    {
        foreach (var count in Enumerable.Range(0, 45).Concat([79, 80, 81, 159, 160, 161, 639, 640, 641]))
        {
            await using var canvas = await PagedCanvas.StartAsync(count, Ct, last);
            using var client = canvas.Client();

            Assert.Equal(Enumerable.Range(1, count), await PagedCanvas.ReadAsync(client, Ct));
        }
    }

    [Fact]
    public async Task List_Bookmarked_IsReadOnePageAfterTheOther()
    {
        await using var canvas = await PagedCanvas.StartAsync(60, Ct, bookmarks: true);
        using var client = canvas.Client();

        Assert.Equal(Enumerable.Range(1, 60), await PagedCanvas.ReadAsync(client, Ct));

        Assert.Equal((1, 30), (canvas.MostAtOnce, canvas.Pages.Count));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("60", 1)]
    [InlineData("150.5", 2)]
    public async Task List_Numbered_KeepsToTheBudget(string? remaining, int allowed)
    {
        await using var canvas = await PagedCanvas.StartAsync(80, Ct, remaining: remaining);
        using var client = canvas.Client();

        Assert.Equal(Enumerable.Range(1, 80), await PagedCanvas.ReadAsync(client, Ct));

        Assert.Equal(allowed, canvas.MostAtOnce);
    }

    [Theory]
    [InlineData("delete first")]
    [InlineData("delete middle")]
    [InlineData("delete many")]
    [InlineData("insert first")]
    [InlineData("insert middle")]
    [InlineData("insert many")]
    public async Task List_ThatMovesMeanwhile_IsToldOrWhole(string change)
    {
        var told = 0;
        for (var moment = 1; moment <= 34; moment += 3)
        {
            foreach (var last in new[] { true, false })
            {
                await using var canvas = await PagedCanvas.StartAsync(61, Ct, last);
                using var client = canvas.Client();
                canvas.Before = (answer, items) =>
                {
                    if (answer == moment)
                        Change(items, change);
                };
                try
                {
                    var ids = await PagedCanvas.ReadAsync(client, Ct);
                    // Pages that come one after the other have Canvas's own weakness; what was fetched ahead has not.
                    if (last && moment > 1)
                        Assert.Empty(canvas.Items.Where(id => id <= 61).Except(ids));
                }
                catch (CanvasException fault)
                {
                    Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
                    told++;
                }
            }
        }
        Assert.InRange(told, 6, 24);
    }

    [Theory]
    [InlineData("an item twice")]
    [InlineData("another end")]
    [InlineData("another start")]
    public async Task List_WithASingleSignOfMoving_IsTold(string sign)
    {
        await using var canvas = await PagedCanvas.StartAsync(100, Ct);
        using var client = canvas.Client();
        if (sign == "an item twice")
            canvas.Items[60] = canvas.Items[10];
        canvas.Before = (answer, items) =>
        {
            if (answer != 3 || sign == "an item twice") // the first and the last page have been read by then
                return;
            items.RemoveAt(sign == "another end" ? 90 : 0);
            if (sign == "another start")
                items.Insert(50, 999);
        };

        var fault = await Assert.ThrowsAsync<CanvasException>(() => PagedCanvas.ReadAsync(client, Ct));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task List_ThatGrowsAtItsEnd_IsNoFault()
    {
        await using var canvas = await PagedCanvas.StartAsync(61, Ct);
        using var client = canvas.Client();
        canvas.Before = (answer, items) =>
        {
            if (answer == 12)
                items.AddRange([101, 102, 103, 104, 105]);
        };

        var ids = await PagedCanvas.ReadAsync(client, Ct);

        Assert.Equal([.. Enumerable.Range(1, 61), 101, 102, 103, 104, 105], ids);
    }

    [Fact]
    public async Task List_LeftEarly_LeavesNothingUnderWay()
    {
        await using var canvas = await PagedCanvas.StartAsync(2000, Ct);
        using var client = canvas.Client();
        var taken = 0;

        await foreach (var _ in client.Terms.ListAsync(Ct))
        {
            if (++taken == 30)
                break;
        }
        await WaitUntilAsync(() => canvas.Running == 0);
        var asked = canvas.Pages.Count;
        await Task.Delay(50, Ct);

        Assert.Equal(asked, canvas.Pages.Count);
        Assert.InRange(asked, 15, 28); // fifteen taken, the last, and at most ten ahead
    }

    [Fact]
    public async Task List_Cancelled_EndsAndGivesItsPlacesBack()
    {
        await using var canvas = await PagedCanvas.StartAsync(2000, Ct);
        using var client = canvas.Client();
        using var stop = new CancellationTokenSource();
        canvas.Before = (answer, _) =>
        {
            if (answer == 40)
                stop.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PagedCanvas.ReadAsync(client, stop.Token));
        Assert.InRange(canvas.Pages.Count, 40, 60);

        canvas.Before = (_, _) => { };
        Assert.Equal(2000, (await PagedCanvas.ReadAsync(client, Ct)).Count);
    }

    [Fact]
    public async Task List_PageAheadFails_IsToldInItsTurn()
    {
        await using var canvas = await PagedCanvas.StartAsync(100, Ct);
        using var client = canvas.Client();
        canvas.InPlace = async (http, page) =>
        {
            if (page != 20)
                return false;
            await ScriptedCanvas.WriteAsync(http, 200, "text/html", "<html></html>");
            return true;
        };
        var ids = new List<string>();

        var fault = await Assert.ThrowsAsync<CanvasException>(async () =>
        {
            await foreach (var term in client.Terms.ListAsync(Ct))
                ids.Add(term.Id.Value);
        });

        Assert.Equal((CanvasErrorKind.Protocol, 38), (fault.Kind, ids.Count));
    }

    [Fact]
    public async Task List_PageAheadRefusedOnce_IsReadAgain()
    {
        await using var canvas = await PagedCanvas.StartAsync(100, Ct);
        using var client = canvas.Client();
        var refused = 0;
        canvas.InPlace = async (http, page) =>
        {
            if (page != 20 || Interlocked.Increment(ref refused) > 1)
                return false;
            await ScriptedCanvas.WriteAsync(http, 403, "text/plain", "403 Forbidden (Rate Limit Exceeded)\n");
            return true;
        };

        Assert.Equal(Enumerable.Range(1, 100), await PagedCanvas.ReadAsync(client, Ct));
        Assert.Single(canvas.Pages, page => page == 21);
    }

    [Fact]
    public async Task List_NextLinkElsewhereOnAPageAhead_IsRefused()
    {
        await using var canvas = await PagedCanvas.StartAsync(100, Ct);
        using var client = canvas.Client();
        canvas.Links = (page, links) =>
            page == 20 ? "<https://elsewhere.example.edu/api/v1/accounts/1/terms?page=21>; rel=\"next\"" : links;

        var fault = await Assert.ThrowsAsync<CanvasException>(() => PagedCanvas.ReadAsync(client, Ct));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task List_OtherLinksThanExpected_AreFollowedOneAfterTheOther()
    {
        await using var canvas = await PagedCanvas.StartAsync(100, Ct);
        using var client = canvas.Client();
        canvas.Links = (page, links) =>
            page < 10 ? links : links.Replace("&per_page=100", "&per_page=100&more=1", StringComparison.Ordinal);

        Assert.Equal(Enumerable.Range(1, 100), await PagedCanvas.ReadAsync(client, Ct));
    }

    [Fact]
    public async Task List_ReadByManyAtOnce_IsWholeForEach()
    {
        await using var canvas = await PagedCanvas.StartAsync(121, Ct);
        using var client = canvas.Client();

        var lists = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PagedCanvas.ReadAsync(client, Ct)));

        Assert.All(lists, ids => Assert.Equal(Enumerable.Range(1, 121), ids));
    }

    private static void Change(List<int> items, string change)
    {
        switch (change)
        {
            case "delete first":
                items.RemoveAt(0);
                break;
            case "delete middle":
                items.RemoveAt(30);
                break;
            case "delete many":
                items.RemoveRange(3, 30);
                break;
            case "insert first":
                items.Insert(0, 999);
                break;
            case "insert middle":
                items.Insert(30, 999);
                break;
            default:
                items.InsertRange(3, Enumerable.Range(1000, 30));
                break;
        }
    }

    private static async Task WaitUntilAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 500 && !isSo(); i++)
            await Task.Delay(10, Ct);
        Assert.True(isSo());
    }
}
