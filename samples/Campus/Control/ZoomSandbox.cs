using System.Net;
using System.Text.Json;

namespace Campus.Control;

/// <summary>The sandbox doors of Campus's Zoom, for the buttons of the control's page.</summary>
public sealed class ZoomSandbox(string address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new(address), Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>The meetings, the newest first; null while Zoom is silent.</summary>
    public async Task<IReadOnlyList<SandboxMeeting>?> MeetingsAsync(CancellationToken ct)
    {
        try
        {
            var told = await http.GetFromJsonAsync<SandboxMeetings>("/sandbox/meetings", ct);
            return [.. told!.Items.Reverse()];
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Plans a lecture of the teacher's in course 101. Answers with a key of <see cref="Words"/>.</summary>
    public Task<string> AddMeetingAsync(string topic, DateTimeOffset startsAt, CancellationToken ct) =>
        PostAsync(
            "/sandbox/meetings",
            new
            {
                host = "teacher",
                topic,
                startsAt,
                minutes = 45,
                courseId = "101",
            },
            ct
        );

    /// <summary>Starts or ends a meeting, lets someone join, starts or stops recording. Answers with a key of <see cref="Words"/>.</summary>
    public Task<string> ActAsync(long id, string act, CancellationToken ct) =>
        act switch
        {
            "start" or "end" => PostAsync($"/sandbox/meetings/{id}/{act}", new { }, ct),
            "join" => PostAsync(
                $"/sandbox/meetings/{id}/participants",
                new
                {
                    name = "Guest",
                    guest = true,
                    @do = "join",
                },
                ct
            ),
            "record" => PostAsync($"/sandbox/meetings/{id}/recording", new { where = "local", @do = "start" }, ct),
            "stop" => PostAsync($"/sandbox/meetings/{id}/recording", new { where = "local", @do = "stop" }, ct),
            _ => Task.FromResult("refused"),
        };

    public void Dispose() => http.Dispose();

    private async Task<string> PostAsync(string path, object body, CancellationToken ct)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(path, body, ct);
            return answer.StatusCode switch
            {
                HttpStatusCode.Forbidden => "forbidden",
                _ => answer.IsSuccessStatusCode ? "done" : "refused",
            };
        }
        catch (HttpRequestException)
        {
            return "silent";
        }
    }
}
