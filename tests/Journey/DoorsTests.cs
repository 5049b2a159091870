using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Journey;

/// <summary>The contracts of design.md 5, read from outside: the document that describes the API, and each door once.</summary>
public sealed class DoorsTests(WholeCampus campus) : IClassFixture<WholeCampus>
{
    private static readonly (string Method, string Path)[] Api =
    [
        ("post", "/decisions"),
        ("get", "/meetings"),
        ("get", "/meetings/{id}"),
        ("put", "/meetings/{id}/decision"),
        ("get", "/recordings"),
        ("get", "/recordings/{id}"),
        ("delete", "/recordings/{id}"),
        ("put", "/recordings/{id}/publication"),
        ("delete", "/recordings/{id}/publication"),
        ("post", "/recordings/{id}/extension"),
        ("put", "/recordings/{id}/hold"),
        ("delete", "/recordings/{id}/hold"),
        ("get", "/recordings/{id}/receipts"),
        ("get", "/courses/{id}/lifetime"),
        ("get", "/tasks"),
        ("post", "/tasks/{id}/answer"),
        ("get", "/register"),
        ("get", "/incidents"),
        ("post", "/incidents/{id}/close"),
        ("get", "/audit"),
    ];

    private readonly HttpClient http = campus.Bot;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenApi_Document_DescribesEveryCall()
    {
        var document = await http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);

        var paths = document.GetProperty("paths");
        var missing = Api.Where(call =>
            !(paths.TryGetProperty("/api/v1" + call.Path, out var path) && path.TryGetProperty(call.Method, out _))
        );
        Assert.Empty(missing);
        var unexplained =
            from path in paths.EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where !operation.Value.TryGetProperty("summary", out var summary) || summary.GetString() is null or ""
            select $"{operation.Name} {path.Name}";
        Assert.Empty(unexplained);
    }

    [Fact]
    public async Task Api_WithoutSignIn_IsClosed()
    {
        foreach (var (method, path) in Api)
        {
            using var answer = await SendAsync(method, path, token: null);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("dpo", "/recordings")]
    [InlineData("dpo", "/meetings")]
    [InlineData("dpo", "/tasks")]
    [InlineData("dpo", "/register")]
    [InlineData("dpo", "/incidents")]
    [InlineData("dpo", "/audit")]
    [InlineData("teacher", "/recordings?limit=1")]
    [InlineData("teacher", "/meetings")]
    [InlineData("teacher", "/tasks")]
    [InlineData("course-admin", "/recordings?course=101&state=published")]
    public async Task List_SignedIn_AnswersItemsAndNext(string account, string path)
    {
        using var answer = await SendAsync("get", path, await SignInAsync(account));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(JsonValueKind.Array, page.GetProperty("items").ValueKind);
        Assert.True(page.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Lifetime_OfTheTeachersCourse_ClosesByItsDate()
    {
        using var answer = await SendAsync("get", "/courses/101/lifetime", await SignInAsync("teacher"));

        var lifetime = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal("101", lifetime.GetProperty("courseId").GetString());
        Assert.Equal("at", lifetime.GetProperty("closes").GetString());
        Assert.True(lifetime.GetProperty("closesAt").GetDateTimeOffset() > DateTimeOffset.UnixEpoch);
        Assert.NotEmpty(lifetime.GetProperty("why").GetProperty("sv").GetString()!);
        Assert.NotEmpty(lifetime.GetProperty("why").GetProperty("en").GetString()!);
        Assert.Equal(JsonValueKind.Object, lifetime.GetProperty("inputs").ValueKind);
        Assert.True(lifetime.TryGetProperty("reason", out _) && lifetime.TryGetProperty("checkedAt", out _));
    }

    [Theory]
    [InlineData("get", "/meetings/01990000-0000-7000-8000-000000000000")]
    [InlineData("get", "/recordings/01990000-0000-7000-8000-000000000000")]
    [InlineData("delete", "/recordings/01990000-0000-7000-8000-000000000000")]
    [InlineData("put", "/recordings/01990000-0000-7000-8000-000000000000/publication")]
    [InlineData("delete", "/recordings/01990000-0000-7000-8000-000000000000/publication")]
    [InlineData("delete", "/recordings/01990000-0000-7000-8000-000000000000/hold")]
    [InlineData("get", "/recordings/01990000-0000-7000-8000-000000000000/receipts")]
    public async Task Thing_Unknown_IsAProblemThatSaysSo(string method, string path)
    {
        using var answer = await SendAsync(method, path, await SignInAsync("teacher"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Decisions_Unreadable_NamesTheField()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/decisions")
        {
            Content = JsonContent.Create(new { pack = "lund", colour = "blue" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await SignInAsync("teacher"));

        using var answer = await http.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.True(problem.GetProperty("errors").TryGetProperty("colour", out _));
    }

    [Theory]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/health/ready", HttpStatusCode.OK)]
    [InlineData("GET", "/n/nobody-has-this-link", HttpStatusCode.NotFound)]
    [InlineData("POST", "/zoom/webhooks", HttpStatusCode.Unauthorized)]
    public async Task RootDoor_Anyone_AnswersAsDescribed(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
            request.Content = JsonContent.Create(new { @event = "meeting.started" });

        using var answer = await http.SendAsync(request, Ct);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task CampusSignIn_UnknownAccount_IsRefused()
    {
        using var answer = await http.PostAsJsonAsync("/campus/sign-in", new { account = "root" }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task CampusSignIn_Page_LeadsIn()
    {
        Assert.Contains("teacher", await http.GetStringAsync("/campus/sign-in", Ct), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([new("account", "teacher")]);
        using var answer = await http.PostAsync("/campus/sign-in/form", form, Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal));
    }

    private async Task<string> SignInAsync(string account)
    {
        using var answer = await http.PostAsJsonAsync("/campus/sign-in", new { account }, Ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("token").GetString()!;
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? token)
    {
        var url = "/api/v1" + path.Replace("{id}", "01990000-0000-7000-8000-000000000000", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), url);
        if (method is "post" or "put")
            request.Content = JsonContent.Create(new { });
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, Ct);
    }
}
