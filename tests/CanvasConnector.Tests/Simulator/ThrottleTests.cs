using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Campus's Canvas under load: the leaky bucket (facts: Canvas 2.2; row 7 of 9), and lists of thousands.</summary>
public sealed class ThrottleTests
{
    private const string Self = "GET /api/v1/users/self";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("403")]
    [InlineData("429")]
    public async Task Bucket_Full_RefusesInCanvassWordsUntilItHasLeaked(string refusal)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await SwitchOnAsync(campus, ("cost", "100"), ("refusal", refusal));

        // 50 are reserved beside what is in it: five calls fill it to 500, the sixth begins at 550.
        for (var remaining = 500.0; remaining >= 0; remaining -= 100)
        {
            using var answer = await campus.SendAsync(Self, Ct);
            Assert.Equal((HttpStatusCode.OK, remaining, 100), (answer.StatusCode, Figure(answer, "X-Rate-Limit-Remaining"), Cost(answer)));
        }
        using var refused = await campus.SendAsync(Self, Ct);
        using var another = await campus.SendAsync(Self, Ct, "campus-teacher");
        campus.Clock.Now += TimeSpan.FromSeconds(5);
        using var still = await campus.SendAsync(Self, Ct);
        campus.Clock.Now += TimeSpan.FromSeconds(0.1);
        using var again = await campus.SendAsync(Self, Ct);

        Assert.Equal(refusal, $"{(int)refused.StatusCode}");
        Assert.Equal($"{refusal} Forbidden (Rate Limit Exceeded)\n", await refused.Content.ReadAsStringAsync(Ct));
        Assert.Equal("text/plain", refused.Content.Headers.ContentType!.MediaType);
        Assert.False(refused.Headers.Contains("X-Request-Cost") || refused.Headers.RetryAfter is not null);
        Assert.Equal((HttpStatusCode.OK, refusal, HttpStatusCode.OK), (another.StatusCode, $"{(int)still.StatusCode}", again.StatusCode));
    }

    [Fact]
    public async Task Refusal_WhileOthersRun_ComesWithMuchRemaining()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.SettingAsync("latency_ms", "1500", Ct);
        await SwitchOnAsync(campus);

        // Twelve reserves of 50 are 600: eleven run, whatever more there is comes too many.
        var answers = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => campus.SendAsync(Self, Ct)));
        var told = await campus.JsonAsync("GET /sandbox/throttle", Ct, token: null);

        Assert.Equal(11, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.Forbidden);
        Assert.Equal(50, Figure(refused, "X-Rate-Limit-Remaining"));
        Assert.Equal((11, 3), (told.GetProperty("served").GetInt32(), told.GetProperty("refused").GetInt32()));
    }

    [Fact]
    public async Task Throttle_SwitchedOff_RefusesNobody()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await SwitchOnAsync(campus, ("full", "10"));
        using var refused = await campus.SendAsync(Self, Ct);
        await campus.JsonAsync("DELETE /sandbox/throttle", Ct, token: null);

        using var answer = await campus.SendAsync(Self, Ct);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, answer.StatusCode));
    }

    [Theory]
    [InlineData("refusal", "418")]
    [InlineData("leak", "-1")]
    [InlineData("full", "much")]
    public async Task Throttle_OfNoSense_IsRefused(string name, string value)
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("POST /sandbox/throttle", Ct, token: null, (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task TwentyThousandCourses_AreMadeAtOnceAndListedCheaply()
    {
        await using var campus = await Campus.StartAsync(Ct);

        var making = Stopwatch.StartNew();
        var made = await campus.JsonAsync("POST /sandbox/courses", Ct, token: null, ("count", "20000"), ("enrollment_term_id", "2"));
        making.Stop();
        var listing = Stopwatch.StartNew();
        var seen = new HashSet<long>();
        for (string? next = "/api/v1/accounts/1/courses?state[]=all&per_page=100"; next is not null; )
        {
            using var answer = await campus.SendAsync("GET " + next, Ct);
            foreach (var course in JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct)).EnumerateArray())
                seen.Add(course.GetProperty("id").GetInt64());
            var links = Assert.Single(answer.Headers.GetValues("Link")).Split(',');
            next = links.FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1];
        }
        listing.Stop();

        Assert.Equal(20_000, made.GetProperty("count").GetInt32());
        Assert.Equal(20_004, seen.Count);
        Assert.True(making.Elapsed < TimeSpan.FromSeconds(20), $"made in {making.Elapsed}");
        Assert.True(listing.Elapsed < TimeSpan.FromSeconds(40), $"listed in {listing.Elapsed}");
    }

    [Theory]
    [InlineData("0", "1")]
    [InlineData("200001", "1")]
    [InlineData("10", "99")]
    public async Task ManyCourses_OfNoSense_AreRefused(string count, string term)
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("POST /sandbox/courses", Ct, token: null, ("count", count), ("enrollment_term_id", term));

        Assert.False(answer.IsSuccessStatusCode);
    }

    private static Task<JsonElement> SwitchOnAsync(Campus campus, params (string Name, string Value)[] rules) =>
        campus.JsonAsync("POST /sandbox/throttle", Ct, token: null, rules.Length == 0 ? [("refusal", "403")] : rules);

    private static double Cost(HttpResponseMessage answer) => Figure(answer, "X-Request-Cost");

    private static double Figure(HttpResponseMessage answer, string header) =>
        double.Parse(Assert.Single(answer.Headers.GetValues(header)), CultureInfo.InvariantCulture);
}
