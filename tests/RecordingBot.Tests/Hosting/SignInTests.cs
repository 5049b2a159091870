using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Tests.Api;

namespace RecordingBot.Tests.Hosting;

public sealed class SignInTests(OpenHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Api_WithoutAToken_Answers401AsProblemDetails()
    {
        using var nobody = house.Anonymous();

        using var answer = await nobody.GetAsync("/api/v1/tasks", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True((await OpenHouse.JsonAsync(answer)).TryGetProperty("correlationId", out _));
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer ")]
    [InlineData("Basic dGVhY2hlcjp0ZWFjaGVy")]
    public async Task Api_WithAnotherToken_Answers401(string authorization)
    {
        using var nobody = house.Anonymous();
        nobody.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await nobody.GetAsync("/api/v1/tasks", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Page_WithoutASession_LeadsToTheSignInAndBack()
    {
        using var nobody = house.Browser();

        using var answer = await nobody.GetAsync("/tasks?cursor=x", Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("?returnUrl=%2Ftasks%3Fcursor%3Dx", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_WithItsToken_HasItsRoleAndNoMore()
    {
        using var service = house.Anonymous();
        service.DefaultRequestHeaders.Authorization = new("Bearer", OpenHouse.ServiceToken);

        using var recordings = await service.GetAsync("/api/v1/recordings", Ct);
        using var audit = await service.GetAsync("/api/v1/audit", Ct);
        using var page = await service.GetAsync("/tasks", Ct);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            (recordings.StatusCode, audit.StatusCode, page.StatusCode)
        );
    }

    [Fact]
    public async Task Service_TokenInTheCookie_IsNoSession()
    {
        using var service = house.Anonymous();
        service.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={OpenHouse.ServiceToken}");

        using var answer = await service.GetAsync("/api/v1/recordings", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(29, 1, true)]
    [InlineData(31, 1, false)] // idle for longer than half an hour
    [InlineData(29, 20, false)] // never idle, but past eight hours
    public async Task Session_LivesByItsTwoLimits(int minutes, int times, bool lives)
    {
        var clock = new HandClock { Now = house.Clock.GetUtcNow() };
        var found = await house.WithAsync(async services =>
        {
            var registry = services.GetRequiredService<RegistryContext>();
            var book = new SessionBook(
                registry,
                new Registrar(registry, clock, services.GetRequiredService<Doorbell>(), services.GetRequiredService<AuditOrigin>()),
                clock
            );
            var token = await book.CreateAsync(await house.PersonAsync("student"), Ct);
            (PersonRow, string)? session = null;
            for (var i = 0; i < times; i++)
            {
                clock.Now += TimeSpan.FromMinutes(minutes);
                session = await book.FindAsync(token, Ct);
            }
            return session;
        });

        Assert.Equal(lives, found is not null);
    }

    [Fact]
    public async Task Session_Ended_IsOverAtOnce()
    {
        var token = await house.TokenAsync("student");
        var found = await house.WithAsync(async services =>
        {
            var book = services.GetRequiredService<SessionBook>();
            var session = await book.FindAsync(token, Ct);
            await book.EndAsync(session!.Value.TokenHash, Ct);
            return await book.FindAsync(token, Ct);
        });

        Assert.Null(found);
    }

    [Fact]
    public async Task Session_Stored_HoldsNoToken()
    {
        var token = await house.TokenAsync("student");

        var stored = await house.RegistryAsync(async registry => await registry.Sessions.FindAsync([KeyRing.Hash(token)], Ct));

        Assert.NotNull(stored);
        Assert.NotEqual(token, stored.TokenHash);
    }

    [Fact]
    public async Task Cookie_UnsafeRequestWithoutAntiforgeryToken_IsRefused()
    {
        using var teacher = await house.AtBrowserAsync("teacher");

        using var answer = await teacher.DeleteAsync($"/api/v1/recordings/{Guid.NewGuid()}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.BadRequest)]
    [InlineData("same-site", HttpStatusCode.BadRequest)]
    [InlineData("same-origin", HttpStatusCode.NotFound)]
    [InlineData("none", HttpStatusCode.NotFound)]
    public async Task Unsafe_FromAnotherSite_IsRefused(string site, HttpStatusCode expected)
    {
        using var teacher = await house.AsAsync("teacher");
        teacher.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);

        using var answer = await teacher.DeleteAsync($"/api/v1/recordings/{Guid.NewGuid()}", Ct);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/tasks?x=1", "/tasks?x=1")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void ReturnUrl_OfAnotherPlace_IsTheStartPage(string? given, string expected) => Assert.Equal(expected, Local.Url(given));

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
