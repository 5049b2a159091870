using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace KillPoints.Oracle;

/// <summary>What is true in Canvas, asked over HTTP as its administrators do.</summary>
internal sealed class CanvasTruth : IDisposable
{
    private readonly HttpClient http;

    public CanvasTruth(Uri address)
    {
        http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "campus-admin");
    }

    /// <summary>Every file, deleted ones too.</summary>
    public async Task<List<TrueFile>> FilesAsync(CancellationToken ct) =>
        [
            .. (await ReadAsync("/sandbox/files", ct)).Select(file => new TrueFile(
                file.GetProperty("id").GetInt64(),
                file.GetProperty("folder_id").GetInt64(),
                file.GetProperty("display_name").GetString()!,
                file.GetProperty("sha256").GetString(),
                file.GetProperty("state").GetString()!,
                file.GetProperty("locked").GetBoolean(),
                Moment(file.GetProperty("lock_at"))
            )),
        ];

    /// <summary>The files that a course's modules show, and whether they show them to students.</summary>
    public async Task<List<(long File, bool IsPublished)>> ShownAsync(string course, CancellationToken ct)
    {
        List<(long, bool)> shown = [];
        foreach (var module in await ReadAsync($"/api/v1/courses/{course}/modules?per_page=100", ct))
        {
            var items = await ReadAsync($"/api/v1/courses/{course}/modules/{module.GetProperty("id")}/items?per_page=100", ct);
            shown.AddRange(
                items
                    .Where(item => item.GetProperty("type").GetString() == "File")
                    .Select(item => (item.GetProperty("content_id").GetInt64(), item.GetProperty("published").GetBoolean()))
            );
        }
        return shown;
    }

    /// <summary>When a course closes.</summary>
    public async Task<DateTimeOffset?> ClosesAsync(string course, CancellationToken ct)
    {
        var known = await http.GetFromJsonAsync<JsonElement>($"/api/v1/courses/{course}", ct);
        return Moment(known.GetProperty("end_at"));
    }

    /// <summary>How many teach a course.</summary>
    public async Task<int> TeachersAsync(string course, CancellationToken ct) =>
        (await ReadAsync($"/api/v1/courses/{course}/enrollments?type[]=TeacherEnrollment&per_page=100", ct)).Length;

    public void Dispose() => http.Dispose();

    private async Task<JsonElement[]> ReadAsync(string path, CancellationToken ct) =>
        (await http.GetFromJsonAsync<JsonElement[]>(path, ct))!;

    private static DateTimeOffset? Moment(JsonElement value) =>
        value.ValueKind is JsonValueKind.Null
            ? null
            : DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
