using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace RecordingBot.Tests.Support;

/// <summary>What people do in Zoom, and what an administrator sees there.</summary>
internal sealed class ZoomStage(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    /// <summary>Where it is.</summary>
    public Uri Address => address;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Plans a meeting; Zoom tells of it by webhook.</summary>
    public async Task<Lecture> PlanAsync(
        string topic,
        DateTimeOffset startsAt,
        int minutes,
        string? courseId,
        string host,
        bool chat = true
    )
    {
        var answer = await PostAsync(
            "/meetings",
            new
            {
                host,
                topic,
                startsAt,
                minutes,
                courseId,
                chat,
            }
        );
        var planned = answer.Must().Json;
        return new(
            planned.GetProperty("id").GetInt64(),
            planned.GetProperty("uuid").GetString()!,
            topic,
            startsAt,
            startsAt.AddMinutes(minutes)
        );
    }

    /// <summary>The host starts the meeting.</summary>
    /// <returns>The instance's uuid.</returns>
    public async Task<string> StartAsync(Lecture lecture) =>
        (await PostAsync($"/meetings/{lecture.ZoomId}/start")).Must().Json.GetProperty("uuid").GetString()!;

    /// <summary>The host presses Record.</summary>
    public Task<Answer> RecordAsync(Lecture lecture, string where = "local", string act = "start") =>
        PostAsync($"/meetings/{lecture.ZoomId}/recording", new { where, @do = act });

    /// <summary>Somebody changes a user's recording settings in Zoom's portal.</summary>
    public async Task SetByHandAsync(string account, object settings) =>
        (await PostAsync($"/users/{account}/recording-settings", settings)).Must();

    /// <summary>Somebody changes a group's recording settings or locks in Zoom's portal.</summary>
    public async Task SetGroupAsync(string group, object settings) =>
        (await PostAsync($"/groups/{group}/recording-settings", settings)).Must();

    /// <summary>Somebody makes a group.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> AddGroupAsync(string name, params string[] members) =>
        (await PostAsync("/groups", new { name, members })).Must().Json.GetProperty("id").GetString()!;

    /// <summary>Somebody puts a user into a group, or takes them out.</summary>
    public async Task ChangeMemberAsync(string group, string account, string act) =>
        (await PostAsync($"/groups/{group}/members", new { account, @do = act })).Must();

    /// <summary>A setting that the bot changes is told of by an event too; whether Zoom does so is not known.</summary>
    public async Task TellApiChangesAsync() => (await PostAsync("/settings", new { tellsApiChanges = true })).Must();

    /// <summary>An administrator's program lets a user record to the cloud; Zoom tells nobody.</summary>
    public async Task AllowCloudAsync(string user = "zoom-teacher")
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/v2/users/{user}/settings")
        {
            Content = JsonContent.Create(new { recording = new { cloud_recording = true } }),
        };
        request.Headers.Authorization = new("Bearer", await TokenAsync());
        (await Answer.OfAsync(await http.SendAsync(request, Ct), Ct)).Must();
    }

    /// <summary>What the host does in Zoom's portal with the latest recording in the cloud.</summary>
    public async Task InCloudAsync(Lecture lecture, string act) =>
        (await PostAsync($"/meetings/{lecture.ZoomId}/cloud", new { @do = act })).Must();

    /// <summary>Everything that is or was in the cloud: for each instance what is left of it.</summary>
    public async Task<IReadOnlyList<JsonElement>> CloudAsync() =>
        [.. (await Answer.OfAsync(await http.GetAsync("/sandbox/cloud", Ct), Ct)).Must().Items];

    /// <summary>Somebody comes.</summary>
    /// <param name="lecture">Where.</param>
    /// <param name="name">The name shown.</param>
    /// <param name="phone">The number that they call from; null at a computer.</param>
    public async Task JoinAsync(Lecture lecture, string name, string? phone = null) =>
        (
            await PostAsync(
                $"/meetings/{lecture.ZoomId}/participants",
                new
                {
                    name,
                    guest = true,
                    @do = "join",
                    phone,
                }
            )
        ).Must();

    /// <summary>Somebody's telephone and their computer are made one.</summary>
    public async Task BindAsync(Lecture lecture, string name, string to) =>
        (
            await PostAsync(
                $"/meetings/{lecture.ZoomId}/participants",
                new
                {
                    name,
                    @do = "bind",
                    to,
                }
            )
        ).Must();

    /// <summary>The host, or an administrator, sets what Zoom itself tells those who are recorded.</summary>
    public async Task SetDisclaimerAsync(bool shown, bool asksParticipants = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/v2/users/zoom-teacher/settings");
        request.Headers.Authorization = new("Bearer", await TokenAsync());
        request.Content = JsonContent.Create(
            new { recording = new { recording_disclaimer = shown, ask_participants_to_consent_disclaimer = asksParticipants } }
        );
        (await Answer.OfAsync(await http.SendAsync(request, Ct), Ct)).Must();
    }

    /// <summary>Somebody goes.</summary>
    public async Task LeaveAsync(Lecture lecture, string name) =>
        (
            await PostAsync(
                $"/meetings/{lecture.ZoomId}/participants",
                new
                {
                    name,
                    guest = true,
                    @do = "leave",
                }
            )
        ).Must();

    /// <summary>A changed setting is noticed by meetings that run; whether real ones do is not known (design.md 3).</summary>
    public async Task ReadRightsLiveAsync() => (await PostAsync("/settings", new { liveRights = true })).Must();

    /// <summary>The host ends the meeting.</summary>
    /// <returns>The folder with what was recorded; null where nothing was.</returns>
    public async Task<string?> EndAsync(Lecture lecture) =>
        (await PostAsync($"/meetings/{lecture.ZoomId}/end")).Must().Json.GetProperty("folder").GetString();

    /// <summary>The texts in a meeting's chat.</summary>
    public async Task<string[]> ChatAsync(Lecture lecture)
    {
        var chat = await Answer.OfAsync(await http.GetAsync($"/sandbox/meetings/{lecture.ZoomId}/chat", Ct), Ct);
        return [.. chat.Must().Items.Select(line => line.GetProperty("text").GetString()!)];
    }

    /// <summary>Somebody adds the chatbot.</summary>
    public Task AddBotAsync(string account = "teacher") => TeamChatAsync(account, new { @do = "install" });

    /// <summary>Somebody writes to the chatbot.</summary>
    public Task SayAsync(string text, string account = "teacher") => TeamChatAsync(account, new { @do = "say", text });

    /// <summary>Somebody presses a button, or picks from a list, by its words: of one message, or of the latest that has it.</summary>
    public Task ChooseAsync(string text, string? message = null, string account = "teacher") =>
        TeamChatAsync(
            account,
            new
            {
                @do = "choose",
                text,
                message,
            }
        );

    /// <summary>What the chatbot has said to somebody: its texts, with the id of each and what can be chosen under it.</summary>
    public async Task<IReadOnlyList<(string Id, string Text, string[] Choices)>> HeardAsync(string account = "teacher") =>
        [
            .. (await Answer.OfAsync(await http.GetAsync($"/sandbox/team-chat/{account}", Ct), Ct))
                .Must()
                .Items.Where(line => line.GetProperty("from").GetString() == "bot")
                .Select(line =>
                    (
                        line.GetProperty("id").GetString()!,
                        line.GetProperty("text").GetString()!,
                        line.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()!).ToArray()
                    )
                ),
        ];

    private async Task TeamChatAsync(string account, object act) => (await PostAsync($"/team-chat/{account}", act)).Must();

    /// <summary>Whether a user's setting allows local recordings.</summary>
    public async Task<bool> MayRecordAsync(string user = "zoom-teacher") => (await SettingsAsync(user)).Local;

    /// <summary>What a user may record, and what starts by itself.</summary>
    public async Task<(bool Local, bool Cloud, string Auto)> SettingsAsync(string user = "zoom-teacher")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v2/users/{user}/settings");
        request.Headers.Authorization = new("Bearer", await TokenAsync());
        var settings = (await Answer.OfAsync(await http.SendAsync(request, Ct), Ct)).Must();
        var recording = settings.Json.GetProperty("recording");
        return (
            recording.GetProperty("local_recording").GetBoolean(),
            recording.GetProperty("cloud_recording").GetBoolean(),
            recording.GetProperty("auto_recording").GetString()!
        );
    }

    /// <summary>Makes Zoom's next calls or webhooks fail.</summary>
    public async Task BreakAsync(string fault, int times = 100_000) => (await PostAsync("/faults", new { fault, times })).Must();

    /// <summary>Ends the faults.</summary>
    public async Task MendAsync() => (await Answer.OfAsync(await http.DeleteAsync("/sandbox/faults", Ct), Ct)).Must();

    /// <summary>Asks Zoom to check the webhook's address.</summary>
    public async Task<bool> ValidatesAsync() => (await PostAsync("/webhooks/validate")).Must().Json.GetProperty("valid").GetBoolean();

    public void Dispose() => http.Dispose();

    private async Task<string> TokenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "account_credentials"), new("account_id", "campus-account")]),
        };
        var client = Convert.ToBase64String(Encoding.UTF8.GetBytes("campus-client:campus-client-secret"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", client);
        return (await Answer.OfAsync(await http.SendAsync(request, Ct), Ct)).Must().Json.GetProperty("access_token").GetString()!;
    }

    private async Task<Answer> PostAsync(string path, object? body = null) =>
        await Answer.OfAsync(await http.PostAsJsonAsync("/sandbox" + path, body ?? new { }, Ct), Ct);
}
