using System.Globalization;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Http;

namespace CanvasConnector.Announcements;

/// <summary>
/// Announcements of a course (Discussion Topics API). What Canvas has mailed to students when one was posted cannot be
/// called back.
/// </summary>
public sealed class AnnouncementCalls
{
    private readonly CanvasSender sender;
    private readonly CanvasPager pager;

    internal AnnouncementCalls(CanvasSender sender, CanvasPager pager) => (this.sender, this.pager) = (sender, pager);

    /// <summary>
    /// Posts an announcement, or has Canvas post it later, and reads it back. Not repeated by itself: after
    /// <see cref="CanvasErrorKind.Unavailable"/> it may be there, so look in <see cref="ListAsync"/> first.
    /// </summary>
    /// <param name="course">Where it is posted.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="message">HTML, which Canvas cleans.</param>
    /// <param name="delayedPostAt">When students shall see it; null for at once.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="CanvasException"><see cref="CanvasErrorKind.Protocol"/> if what was made is no announcement.</exception>
    public async Task<Announcement> CreateAsync(
        CanvasId<Course> course,
        string title,
        string message,
        DateTimeOffset? delayedPostAt = null,
        CancellationToken ct = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        var call = CanvasCall
            .Post($"courses/{course}/discussion_topics")
            .With("title", title)
            .With("message", message)
            .With("is_announcement", "true");
        if (delayedPostAt is { } later)
            call = call.With("delayed_post_at", later.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var made = await sender.ReadAsync<Announcement>(call, ct);
        return await GetAsync(course, made.Id, ct);
    }

    /// <summary>The announcement as it is now.</summary>
    /// <exception cref="CanvasException"><see cref="CanvasErrorKind.Protocol"/> if the id is a discussion's.</exception>
    public async Task<Announcement> GetAsync(CanvasId<Course> course, CanvasId<Announcement> id, CancellationToken ct = default)
    {
        var call = CanvasCall.Get(Address(course, id));
        var topic = await sender.ReadAsync(call, id, ct);
        return topic.IsAnnouncement == false ? throw AnswerReader.Unbelievable(call, 200, "a discussion, not an announcement") : topic;
    }

    /// <summary>The announcement; null if Canvas says that there is none, or that it is deleted.</summary>
    public async Task<Announcement?> FindAsync(CanvasId<Course> course, CanvasId<Announcement> id, CancellationToken ct = default)
    {
        try
        {
            return await GetAsync(course, id, ct);
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>The course's announcements, those that wait among them.</summary>
    public IAsyncEnumerable<Announcement> ListAsync(CanvasId<Course> course, CancellationToken ct = default) =>
        pager.ReadAllAsync<Announcement>(CanvasCall.Get($"courses/{course}/discussion_topics").Ask("only_announcements", "true"), ct);

    /// <summary>Takes the announcement away, and reads back that it is gone. A discussion is left alone.</summary>
    /// <exception cref="CanvasException">
    /// <see cref="CanvasErrorKind.Protocol"/> if it is still there afterwards, or if the id is a discussion's.
    /// </exception>
    public async Task<Removal> DeleteAsync(CanvasId<Course> course, CanvasId<Announcement> id, CancellationToken ct = default)
    {
        if (await FindAsync(course, id, ct) is null)
            return Removal.AlreadyGone;
        var call = CanvasCall.Delete(Address(course, id));
        var removal = await DeleteAsync(call, ct);
        return await FindAsync(course, id, ct) is null ? removal : throw AnswerReader.Unbelievable(call, 200, "it is still there");
    }

    private async Task<Removal> DeleteAsync(CanvasCall call, CancellationToken ct)
    {
        try
        {
            await sender.SendAsync(call, ct);
            return Removal.Removed;
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return Removal.AlreadyGone;
        }
    }

    private static string Address(CanvasId<Course> course, CanvasId<Announcement> id) => $"courses/{course}/discussion_topics/{id}";
}
