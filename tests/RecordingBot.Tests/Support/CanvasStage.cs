using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace RecordingBot.Tests.Support;

/// <summary>What an administrator does in Canvas, and what is true there.</summary>
internal sealed class CanvasStage : IDisposable
{
    /// <summary>The teacher's course.</summary>
    public const string Course = "101";

    private readonly HttpClient http;

    public CanvasStage(Uri address)
    {
        http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "campus-admin");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Moves a course's end.</summary>
    public Task EndAtAsync(DateTimeOffset end, string course = Course) =>
        SendAsync(
            HttpMethod.Put,
            $"/courses/{course}",
            ("course[restrict_enrollments_to_course_dates]", "true"),
            ("course[end_at]", end.UtcDateTime.ToString("O"))
        );

    /// <summary>When the course ends.</summary>
    public async Task<DateTimeOffset> EndsAtAsync() =>
        (await SendAsync(HttpMethod.Get, $"/courses/{Course}")).Json.GetProperty("end_at").GetDateTimeOffset();

    /// <summary>Takes the course's end away: neither it nor its term has one.</summary>
    public Task EndNeverAsync() =>
        SendAsync(HttpMethod.Put, $"/courses/{Course}", ("course[restrict_enrollments_to_course_dates]", "false"));

    /// <summary>Takes everyone who teaches out of the course.</summary>
    public async Task RemoveTeachersAsync()
    {
        var teaching = (await SendAsync(HttpMethod.Get, $"/courses/{Course}/enrollments?type[]=TeacherEnrollment")).Json;
        foreach (var enrollment in teaching.EnumerateArray())
            await SendAsync(HttpMethod.Delete, $"/courses/{Course}/enrollments/{enrollment.GetProperty("id")}", ("task", "delete"));
    }

    /// <summary>Closes the course by hand.</summary>
    public Task ConcludeAsync() => SendAsync(HttpMethod.Put, $"/courses/{Course}", ("course[event]", "conclude"));

    /// <summary>Opens it again.</summary>
    public Task OfferAsync() => SendAsync(HttpMethod.Put, $"/courses/{Course}", ("course[event]", "offer"));

    /// <summary>Opens the course to everybody, or no longer.</summary>
    public Task OpenToAllAsync(bool isPublic, string course = Course) =>
        SendAsync(HttpMethod.Put, $"/courses/{course}", ("course[is_public]", isPublic ? "true" : "false"));

    /// <summary>Changes one of the course's fields.</summary>
    public Task ChangeCourseAsync(string field, string value) =>
        SendAsync(HttpMethod.Put, $"/courses/{Course}", ($"course[{field}]", value));

    /// <summary>The course demands to know on what ground a file may be shown.</summary>
    public Task DemandUsageRightsAsync() => SendAsync(HttpMethod.Put, $"/courses/{Course}/settings", ("usage_rights_required", "true"));

    /// <summary>A file as its administrators see it, with its usage rights.</summary>
    public async Task<JsonElement> FileAsync(long id) => (await SendAsync(HttpMethod.Get, $"/files/{id}?include[]=usage_rights")).Json;

    /// <summary>The names of the course's modules, or of its folders.</summary>
    public async Task<string[]> NamesAsync(string of) =>
        [
            .. (await SendAsync(HttpMethod.Get, $"/courses/{Course}/{of}"))
                .Json.EnumerateArray()
                .Select(one => one.GetProperty("name").GetString()!),
        ];

    /// <summary>Gives the course's only module another name.</summary>
    public async Task RenameModuleAsync(string name)
    {
        var module = Assert.Single((await SendAsync(HttpMethod.Get, $"/courses/{Course}/modules")).Json.EnumerateArray());
        await SendAsync(HttpMethod.Put, $"/courses/{Course}/modules/{module.GetProperty("id")}", ("module[name]", name));
    }

    /// <summary>The course's announcements that are there, as Canvas truly has them.</summary>
    public async Task<JsonElement[]> AnnouncementsAsync() =>
        [
            .. (await http.GetFromJsonAsync<JsonElement>("/sandbox/announcements", Ct))
                .EnumerateArray()
                .Where(one => !one.GetProperty("deleted").GetBoolean()),
        ];

    /// <summary>What somebody has in Canvas's inbox.</summary>
    public async Task<JsonElement[]> InboxAsync(string account)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/conversations?per_page=100");
        request.Headers.Authorization = new("Bearer", "campus-" + account);
        return [.. (await Answer.OfAsync(await http.SendAsync(request, Ct), Ct)).Must().Json.EnumerateArray()];
    }

    /// <summary>A folder's id.</summary>
    public async Task<long> FolderIdAsync(string name) =>
        (await SendAsync(HttpMethod.Get, $"/courses/{Course}/folders"))
            .Json.EnumerateArray()
            .Single(folder => folder.GetProperty("name").GetString() == name)
            .GetProperty("id")
            .GetInt64();

    /// <summary>Gives a file another name.</summary>
    public Task RenameFileAsync(long id, string name) => SendAsync(HttpMethod.Put, $"/files/{id}", ("name", name));

    /// <summary>Posts an announcement as a teacher does.</summary>
    public Task AnnounceAsync(string title, string message) =>
        SendAsync(
            HttpMethod.Post,
            $"/courses/{Course}/discussion_topics",
            ("title", title),
            ("message", message),
            ("is_announcement", "true")
        );

    /// <summary>Says how much room the course has for files.</summary>
    public Task RoomAsync(int megabytes) =>
        SendAsync(HttpMethod.Put, $"/courses/{Course}", ("course[storage_quota_mb]", megabytes.ToString(null, null)));

    /// <summary>Deletes the course.</summary>
    public Task DeleteCourseAsync() => SendAsync(HttpMethod.Put, $"/courses/{Course}", ("course[event]", "delete"));

    /// <summary>Restores the deleted course, as an administrator does who deleted it by mistake: its teacher is enrolled again, and it is offered.</summary>
    public async Task RestoreCourseAsync()
    {
        await SendAsync(HttpMethod.Put, $"/courses/{Course}", ("course[event]", "undelete"));
        await SendAsync(
            HttpMethod.Post,
            $"/courses/{Course}/enrollments",
            ("enrollment[user_id]", "2"),
            ("enrollment[type]", "TeacherEnrollment"),
            ("enrollment[enrollment_state]", "active")
        );
        await OfferAsync();
    }

    /// <summary>Removes a file.</summary>
    public Task DeleteFileAsync(string id) => SendAsync(HttpMethod.Delete, $"/files/{id}");

    /// <summary>Puts a file of somebody else's into one of the course's folders.</summary>
    public async Task<long> AddFileAsync(string name, long folderId)
    {
        var ticket = await SendAsync(
            HttpMethod.Post,
            $"/courses/{Course}/files",
            ("name", name),
            ("size", "3"),
            ("parent_folder_id", folderId.ToString(null, null))
        );
        using var content = new MultipartFormDataContent();
        foreach (var field in ticket.Json.GetProperty("upload_params").EnumerateObject())
            content.Add(new StringContent(field.Value.ToString()), field.Name);
        content.Add(new ByteArrayContent("abc"u8.ToArray()), "file", name);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var sent = await http.PostAsync(new Uri(ticket.Json.GetProperty("upload_url").GetString()!), content, Ct);
        using var finished = sent.Headers.Location is { } finish ? await http.GetAsync(finish, Ct) : null;
        return (await FilesAsync()).Single(file => file.Name == name && file.State == "available").Id;
    }

    /// <summary>Every file, deleted ones too.</summary>
    public async Task<CanvasFileState[]> FilesAsync() =>
        (await http.GetFromJsonAsync<CanvasFileState[]>("/sandbox/files", JsonSerializerOptions.Web, Ct))!;

    /// <summary>The files that are there.</summary>
    public async Task<CanvasFileState[]> AvailableAsync() => [.. (await FilesAsync()).Where(file => file.State == "available")];

    /// <summary>A folder.</summary>
    public async Task<JsonElement> FolderAsync(long id) => (await SendAsync(HttpMethod.Get, $"/folders/{id}")).Json;

    /// <summary>Every item of every module of a course.</summary>
    public async Task<JsonElement[]> ModuleItemsAsync(string course = Course)
    {
        var modules = (await SendAsync(HttpMethod.Get, $"/courses/{course}/modules")).Json;
        List<JsonElement> items = [];
        foreach (var module in modules.EnumerateArray())
            items.AddRange(
                (
                    await SendAsync(HttpMethod.Get, $"/courses/{course}/modules/{module.GetProperty("id")}/items?per_page=100")
                ).Json.EnumerateArray()
            );
        return [.. items];
    }

    /// <summary>What a student finds when opening a file.</summary>
    public async Task<bool> StudentOpensAsync(long file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/files/{file}");
        request.Headers.Authorization = new("Bearer", "campus-student");
        var answer = await Answer.OfAsync(await http.SendAsync(request, Ct), Ct);
        return answer.Status is System.Net.HttpStatusCode.OK && answer.Json.GetProperty("url").GetString() is { Length: > 0 };
    }

    /// <summary>Makes a term.</summary>
    public async Task<string> MakeTermAsync(string name, DateTimeOffset end) =>
        (
            await SendAsync(
                HttpMethod.Post,
                "/accounts/1/terms",
                ("enrollment_term[name]", name),
                ("enrollment_term[end_at]", end.UtcDateTime.ToString("O"))
            )
        )
            .Json.GetProperty("id")
            .ToString();

    /// <summary>Moves a term's end, and with it that of every course in it.</summary>
    public Task EndTermAsync(string term, DateTimeOffset end) =>
        SendAsync(HttpMethod.Put, $"/accounts/1/terms/{term}", ("enrollment_term[end_at]", end.UtcDateTime.ToString("O")));

    /// <summary>Makes courses that end with their term.</summary>
    public async Task<List<string>> MakeCoursesAsync(string term, int count)
    {
        List<string> ids = [];
        for (var number = 1; number <= count; number++)
        {
            var made = await SendAsync(
                HttpMethod.Post,
                "/accounts/1/courses",
                ("course[name]", $"Course {number}"),
                ("course[term_id]", term),
                ("offer", "true")
            );
            ids.Add(made.Json.GetProperty("id").ToString());
        }
        return ids;
    }

    /// <summary>Moves a course into another term.</summary>
    public Task MoveCourseAsync(string course, string term) => SendAsync(HttpMethod.Put, $"/courses/{course}", ("course[term_id]", term));

    /// <summary>Makes a section with dates of its own, and puts a student into it.</summary>
    public async Task AddSectionAsync(string course, DateTimeOffset end, string student)
    {
        var section = await SendAsync(
            HttpMethod.Post,
            $"/courses/{course}/sections",
            ("course_section[name]", "Late group"),
            ("course_section[end_at]", end.UtcDateTime.ToString("O")),
            ("course_section[restrict_enrollments_to_section_dates]", "true")
        );
        await SendAsync(
            HttpMethod.Post,
            $"/courses/{course}/enrollments",
            ("enrollment[user_id]", student),
            ("enrollment[type]", "StudentEnrollment"),
            ("enrollment[course_section_id]", section.Json.GetProperty("id").ToString())
        );
    }

    /// <summary>Counts the calls that Canvas gets while something happens.</summary>
    public async Task<int> CountAsync(string path, Func<Task> act)
    {
        const int many = 100_000;
        // A delay of nothing is a fault that only counts.
        var fault = new
        {
            fault = "slow",
            path,
            times = many,
            seconds = 0,
        };
        (await Answer.OfAsync(await http.PostAsJsonAsync("/sandbox/faults", fault, Ct), Ct)).Must();
        await act();
        var left = (await http.GetFromJsonAsync<JsonElement>("/sandbox/faults", Ct)).GetProperty("items")[0].GetProperty("times");
        await MendAsync();
        return many - left.GetInt32();
    }

    /// <summary>A developer key that has these scopes and no others, and its user's consent.</summary>
    /// <returns>The bot's settings with it, in place of a token.</returns>
    public async Task<string[]> KeyOfAsync(IEnumerable<string> scopes)
    {
        const string home = "https://bot.campus.example.edu/signed-in";
        var asked = string.Join(' ', scopes);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = http.BaseAddress };
        var key = await PostAsync(
            browser,
            "/sandbox/developer-keys",
            new
            {
                redirect_uri = home,
                require_scopes = true,
                allow_includes = true,
                scopes = asked.Split(' '),
            }
        );
        var (id, secret) = (key.GetProperty("client_id").ToString(), key.GetProperty("client_secret").GetString()!);
        var consent =
            $"/login/oauth2/auth?response_type=code&client_id={id}&redirect_uri={Uri.EscapeDataString(home)}&scope={Uri.EscapeDataString(asked)}";
        using var back = await browser.GetAsync(consent, Ct);
        var given = await PostAsync(
            browser,
            "/login/oauth2/token",
            new
            {
                grant_type = "authorization_code",
                client_id = id,
                client_secret = secret,
                redirect_uri = home,
                code = System.Web.HttpUtility.ParseQueryString(back.Headers.Location!.Query)["code"],
            }
        );
        return
        [
            "--Canvas:Token=",
            $"--Canvas:ClientId={id}",
            $"--Canvas:ClientSecret={secret}",
            $"--Canvas:RefreshToken={given.GetProperty("refresh_token").GetString()}",
        ];
    }

    private static async Task<JsonElement> PostAsync(HttpClient browser, string path, object body) =>
        (await Answer.OfAsync(await browser.PostAsJsonAsync(path, body, Ct), Ct)).Must().Json;

    /// <summary>Makes Canvas's next calls fail; those that are slow by that many seconds.</summary>
    public async Task BreakAsync(string fault, string? path = null, string? method = null, int times = 100_000, int seconds = 5) =>
        (
            await Answer.OfAsync(
                await http.PostAsJsonAsync(
                    "/sandbox/faults",
                    new
                    {
                        fault,
                        path,
                        method,
                        times,
                        seconds,
                    },
                    Ct
                ),
                Ct
            )
        ).Must();

    /// <summary>Ends the faults.</summary>
    public async Task MendAsync() => (await Answer.OfAsync(await http.DeleteAsync("/sandbox/faults", Ct), Ct)).Must();

    public void Dispose() => http.Dispose();

    /// <summary>Where it is.</summary>
    public Uri Address => http.BaseAddress!;

    private async Task<Answer> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path);
        if (fields.Length > 0)
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return (await Answer.OfAsync(await http.SendAsync(request, Ct), Ct)).Must();
    }
}
