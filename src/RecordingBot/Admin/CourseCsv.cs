using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingBot.Rights;

namespace RecordingBot.Admin;

/// <summary><c>/courses/{id}/recordings.csv</c>: all that the course's page would show for the same filter, as a table to work with.</summary>
public sealed class CourseCsv(OrderedRecordings recordings, PageWords words, ActivePack active, IOptions<SiteOptions> site)
{
    private const int Portion = 100;

    private static readonly string[] Headings =
    [
        "Recording",
        "Csv_State",
        "Csv_Marks",
        "Csv_Begins",
        "Csv_Ends",
        "Csv_Why",
        "Recording_Next",
        "Csv_NextAt",
        "Recording_Where",
        "Csv_Deleted",
        "Csv_Address",
        "Csv_Hold",
    ];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/courses/{id}/recordings.csv", DownloadAsync)
            .RequireAuthorization(Policies.Person)
            .RequireRateLimiting(RateLimits.Caller)
            .WithMetadata(new ShowsPersonalDataAttribute())
            .ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(
        string id,
        HttpRequest request,
        SignedIn signedIn,
        Sight sight,
        CourseCsv csv,
        CancellationToken ct
    )
    {
        if (!CoursesApi.CanvasId().IsMatch(id) || !await sight.SeesCourseAsync(signedIn.RequiredCaller, id, ct))
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        var seen = (await sight.RecordingsAsync(signedIn.RequiredCaller, ct)).Where(row => row.CourseId == id);
        return await csv.FileAsync(id, RecordingFilter.Read(request.Query), seen, ct);
    }

    private async Task<IResult> FileAsync(string course, RecordingFilter filter, IQueryable<RecordingRow> seen, CancellationToken ct)
    {
        var ids = await OrderedRecordings.Ids(filter.Of(seen, active.Pack)).ToListAsync(ct);
        return TypedResults.Stream(stream => WriteAsync(stream, ids, ct), "text/csv; charset=utf-8", words.Say("Csv_File", course));
    }

    /// <summary>A byte order mark first: without it spreadsheets read other letters than were written.</summary>
    private async Task WriteAsync(Stream stream, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Csv.Line(Headings.Select(heading => words[heading])).AsMemory(), ct);
        foreach (var portion in ids.Chunk(Portion))
        {
            foreach (var span in await recordings.ReadAsync(portion, ct))
                await writer.WriteAsync(Csv.Line(Cells(span)).AsMemory(), ct);
            await writer.FlushAsync(ct);
        }
    }

    private IEnumerable<string?> Cells(RecordingSpan span)
    {
        var recording = span.Recording;
        var places = recording.Parts.SelectMany(part => part.Copies).Where(copy => copy.State != "gone").Select(copy => copy.Place);
        return
        [
            recording.Topic,
            words.Name("State", recording.State),
            string.Join(", ", recording.Marks.Select(mark => words.Name("Mark", mark))),
            Instant(span.From),
            Instant(recording.Ends.At),
            words.Say(recording.Ends.Why),
            recording.NextStep is { } next ? words.Say(next.Why) : words["Recording_AllDone"],
            Instant(recording.NextStep?.At),
            string.Join(", ", places.Distinct(StringComparer.Ordinal).Select(place => words.Name("Place", place))),
            Instant(span.DeletedAt),
            new Uri(site.Value.PublicUrl, $"/recordings/{recording.Id}").AbsoluteUri,
            recording.Hold is { } hold ? words.Held(hold) : null,
        ];
    }

    /// <summary>ISO 8601 to the second, with the institution's offset.</summary>
    private string? Instant(DateTimeOffset? instant) =>
        instant is { } at
            ? TimeZoneInfo.ConvertTime(at, active.Pack.TimeZone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : null;
}
