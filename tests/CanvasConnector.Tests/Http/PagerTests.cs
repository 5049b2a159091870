using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Http;

public sealed class PagerTests
{
    private const string Terms = "GET /api/v1/accounts/1/terms";
    private const string Empty = """{"enrollment_terms":[]}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_NextLink_IsFollowedLetterByLetter()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        const string query = "?include%5B%5D=overrides&page=bookmark:WyJh%2Bbc%3D,x%22&per_page=2&odd";
        var home = canvas.Address.ToString().TrimEnd('/');
        canvas
            .On(
                Terms,
                """{"enrollment_terms":[{"id":1}]}""",
                $"<{home}/api/v1/x>; rel=\"current\",<{home}/api/v1/accounts/1/terms{query}>; rel=\"next\""
            )
            .On(Terms, """{"enrollment_terms":[{"id":"2"}]}""");
        using var client = canvas.Client();

        Assert.Equal(["1", "2"], await IdsAsync(client));
        Assert.Equal(query, canvas.Seen.Last().Query);
        Assert.Contains("per_page=100", canvas.Seen.First().Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.2:PORT/api/v1/accounts/1/terms?page=2")]
    [InlineData("http://127.0.0.1:1/api/v1/accounts/1/terms?page=2")]
    [InlineData("https://127.0.0.1:PORT/api/v1/accounts/1/terms?page=2")]
    [InlineData("http://user@127.0.0.1:PORT/api/v1/accounts/1/terms?page=2")]
    [InlineData("http://127.0.0.1:PORT/login?page=2")]
    [InlineData("/api/v1/accounts/1/terms?page=2")]
    public async Task List_NextLinkElsewhere_IsRefused(string link)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        var next = link.Replace("PORT", $"{canvas.Address.Port}", StringComparison.Ordinal);
        using var client = canvas.On(Terms, Empty, $"<{next}>; rel=\"next\"").Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => IdsAsync(client));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
        Assert.Single(canvas.Seen);
    }

    [Fact]
    public async Task List_NextLinkToItself_Ends()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        var link = $"<{canvas.Address}api/v1/accounts/1/terms?page=2>; rel=next";
        using var client = canvas.On(Terms, Empty, link).On(Terms, Empty, link).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => IdsAsync(client));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task List_ManyPages_GivesEachItemOnce(bool bookmarks)
    {
        await using var campus = await Campus.StartAsync(Ct, bookmarks);
        for (var i = 0; i < 205; i++)
            await campus.JsonAsync("POST /api/v1/accounts/1/terms", Ct, fields: ("enrollment_term[name]", $"Term {i}"));
        using var client = campus.Client();

        var ids = await IdsAsync(client);

        Assert.Equal(207, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<List<string>> IdsAsync(CanvasClient client)
    {
        var ids = new List<string>();
        await foreach (var term in client.Terms.ListAsync(Ct))
            ids.Add(term.Id.Value);
        return ids;
    }
}
