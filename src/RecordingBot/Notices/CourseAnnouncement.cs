using System.Text.Encodings.Web;
using System.Text.Unicode;
using CanvasConnector;
using CanvasConnector.Announcements;
using CanvasConnector.Courses;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Publication;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>
/// The announcement in the course that a lecture is going to be recorded, with the notice's link. Whether a call that broke off has posted it is seen by
/// that very link, which nobody can guess: never by a title.
/// </summary>
public sealed class CourseAnnouncement(
    CanvasClient canvas,
    RegistryContext registry,
    Registrar registrar,
    NoticeLinks links,
    CourseTexts texts,
    ActivePack active,
    TimeProvider clock
)
{
    /// <summary>Letters stay letters; what HTML would read is written out.</summary>
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Posts it, once.</summary>
    public async Task PostAsync(RecordingCase @case, CancellationToken ct)
    {
        var (meeting, row) = (@case.Meeting!, await RowAsync(@case, ct));
        var course = new CanvasId<Course>(row.CourseId);
        var posted = row.PostingAt is null ? null : await LookAsync(course, meeting.Id, ct);
        if (posted is null)
        {
            (row.PostingAt, row.TakenAt) = (clock.GetUtcNow(), null);
            await registry.SaveChangesAsync(ct);
            var (title, text) = Say(@case);
            posted = await canvas.Announcements.CreateAsync(course, title, text, ct: ct);
        }
        (row.CanvasId, row.PostedAt) = (posted.Id.Value, clock.GetUtcNow());
        registrar.Audit("bot", "announcement.posted", Subject.Meeting(meeting.Id), after: $"announcement:{posted.Id}");
    }

    /// <summary>Takes it away, if it is there.</summary>
    public async Task TakeAsync(RecordingCase @case, CancellationToken ct)
    {
        var (meeting, row) = (@case.Meeting!, await RowAsync(@case, ct));
        var course = new CanvasId<Course>(row.CourseId);
        var id = row.CanvasId is { } known ? new CanvasId<Announcement>(known) : (await LookAsync(course, meeting.Id, ct))?.Id;
        if (id is not null)
            await canvas.Announcements.DeleteAsync(course, id, ct);
        (row.CanvasId, row.PostingAt, row.PostedAt, row.TakenAt) = (null, null, null, clock.GetUtcNow());
        registrar.Audit("bot", "announcement.taken", Subject.Meeting(meeting.Id), before: id is null ? null : $"announcement:{id}");
    }

    private Task<AnnouncementRow> RowAsync(RecordingCase @case, CancellationToken ct) =>
        registry.Announcements.FirstAsync(row => row.MeetingId == @case.Meeting!.Id, ct);

    /// <summary>The course's announcement that holds a link to one of this meeting's notices; null where there is none.</summary>
    private async Task<Announcement?> LookAsync(CanvasId<Course> course, Guid meeting, CancellationToken ct)
    {
        var versions = await registry.Notices.AsNoTracking().Where(row => row.MeetingId == meeting).ToListAsync(ct);
        string[] ours = [.. versions.Select(row => links.Of(row).AbsolutePath)];
        await foreach (var one in canvas.Announcements.ListAsync(course, ct))
        {
            if (ours.Any(link => one.Message?.Contains(link, StringComparison.Ordinal) == true))
                return one;
        }
        return null;
    }

    /// <summary>In the course's own language; in both where it has none.</summary>
    private (string Title, string Text) Say(RecordingCase @case)
    {
        var (meeting, link) = (@case.Meeting!, Html.Encode(links.Of(@case.Notice!).AbsoluteUri));
        var at = MomentWords.Of(meeting.StartsAt, active.Pack.TimeZone);
        var title = BothLanguages.Chat.Say("Announcement_Title", LocalizedText.Same(meeting.Topic));
        var text = BothLanguages.Chat.Say(
            "Announcement_Text",
            Encoded(LocalizedText.Same(meeting.Topic)),
            Encoded(at),
            LocalizedText.Same(link)
        );
        var language = texts.OwnLanguageOf(@case.Course);
        return (
            Texts.Bounded(ChatWording.Choose(title, language, " / "), 255),
            ChatWording.Choose(new($"<p lang=\"sv\">{text.Sv}</p>", $"<p lang=\"en\">{text.En}</p>"), language, "")
        );
    }

    private static LocalizedText Encoded(LocalizedText text) => new(Html.Encode(text.Sv), Html.Encode(text.En));
}
