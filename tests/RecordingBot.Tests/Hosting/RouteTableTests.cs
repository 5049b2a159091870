using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Tests.Api;

namespace RecordingBot.Tests.Hosting;

public sealed class RouteTableTests(OpenHouse house)
{
    /// <summary>What may be read without being signed in, and nothing else.</summary>
    private static readonly string[] Open =
    [
        "/.well-known/recording-bot-key.pem",
        "/agent/",
        "/campus/",
        "/directline/",
        "/error/",
        "/health/",
        "/language",
        "/n/",
        "/openapi/",
        "/sign-in",
        "/zoom/chat",
        "/zoom/webhooks",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Routes =>
        house.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [Fact]
    public void Route_EveryOne_HasAnExplicitPolicy()
    {
        var bare = Routes
            .Where(route => route.Metadata.GetMetadata<IAuthorizeData>() is null && route.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(route => route.RoutePattern.RawText);

        Assert.Empty(bare);
    }

    /// <summary>API calls that show nobody's data: they decide on what the caller sends, or tell of a course's dates.</summary>
    private static readonly string[] ShowNobody = ["Decide", "DecideForMeeting", "GetCourseLifetime"];

    [Fact]
    [Trait("Rule", "log.access")]
    public void Api_EveryOperationThatShowsPersonalData_IsLogged()
    {
        var silent = Routes
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Where(route => route.Metadata.GetMetadata<RecordingBot.Rights.ShowsPersonalDataAttribute>() is null)
            .Select(route => route.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName);

        Assert.Equal(ShowNobody.Order(StringComparer.Ordinal), silent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Route_WithoutSignIn_IsOnTheList()
    {
        var open = Routes
            .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => !Open.Any(known => path.StartsWith(known, StringComparison.Ordinal)));

        Assert.Empty(open);
    }

    [Fact]
    public async Task Api_EveryOperation_RefusesTheUnknownCaller()
    {
        using var nobody = house.Anonymous();
        var operations = Routes.Where(route => route.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal)).ToList();
        Assert.True(operations.Count >= 18);

        foreach (var operation in operations)
        {
            var path = operation
                .RoutePattern.RawText!.Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
                .Replace("{id}", "101", StringComparison.Ordinal);
            foreach (var method in operation.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                using var request = new HttpRequestMessage(new(method), path);
                using var answer = await nobody.SendAsync(request, Ct);
                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{method} {path}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("PATCH", "/api/v1/recordings", HttpStatusCode.MethodNotAllowed)]
    public async Task Path_ThatIsNoRoute_SaysSoToEveryone(string method, string path, HttpStatusCode expected)
    {
        using var nobody = house.Anonymous();
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await nobody.SendAsync(request, Ct);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/tasks")]
    [InlineData("/site.css")]
    public async Task Answer_Whatever_CarriesTheSecurityHeaders(string path)
    {
        using var nobody = house.Browser();

        using var answer = await nobody.GetAsync(path, Ct);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var content = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", content, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", content, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
