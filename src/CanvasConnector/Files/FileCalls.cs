using System.Globalization;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Folders;
using CanvasConnector.Http;

namespace CanvasConnector.Files;

/// <summary>Files of a course, and the three steps of an upload (Files API, facts: Canvas 5).</summary>
public sealed class FileCalls
{
    private readonly CanvasSender sender;
    private readonly CanvasPager pager;
    private readonly UploadFinish finish;
    private readonly FileUpload upload;

    internal FileCalls(CanvasSender sender, CanvasPager pager, Uri home, Func<FileCalls, FileUpload> upload)
    {
        (this.sender, this.pager, finish) = (sender, pager, new UploadFinish(sender, home));
        this.upload = upload(this);
    }

    /// <summary>How much room the course has, and has used.</summary>
    public Task<CourseQuota> QuotaAsync(CanvasId<Course> course, CancellationToken ct = default) =>
        sender.ReadAsync<CourseQuota>(CanvasCall.Get($"courses/{course}/files/quota"), ct);

    /// <summary>
    /// All three steps: announces the file, sends its bytes piece by piece, and reads it back. One of the same name is
    /// never overwritten; the new one gets another name. What fails on the way begins again, at most twice, after a look
    /// whether the file has arrived all the same. After a crash of the program look with <see cref="FindInFolderAsync"/>
    /// before uploading again.
    /// </summary>
    /// <param name="course">Where it goes.</param>
    /// <param name="file">What it is; its size must be exact.</param>
    /// <param name="open">Opens the bytes, anew for each attempt; they are closed here.</param>
    /// <param name="progress">Told how many bytes of this attempt have been sent; null if nobody wants to know.</param>
    /// <param name="ct">Ends the upload; what has been sent so far stays invisible, and Canvas forgets it.</param>
    /// <exception cref="CanvasException">
    /// <see cref="CanvasErrorKind.OverQuota"/> if it does not fit; <see cref="CanvasErrorKind.Unavailable"/> or
    /// <see cref="CanvasErrorKind.Invalid"/> if the last attempt failed too; <see cref="CanvasErrorKind.Protocol"/> if what
    /// arrived is not what was sent.
    /// </exception>
    /// <exception cref="InvalidDataException">The bytes are more or fewer than announced.</exception>
    public Task<CanvasFile> UploadAsync(
        CanvasId<Course> course,
        FileToUpload file,
        Func<Stream> open,
        IProgress<long>? progress = null,
        CancellationToken ct = default
    ) => upload.RunAsync(course, file, open, progress, ct);

    /// <summary>
    /// Step 1: announces a file. One of the same name is never overwritten; the new one gets another name. The file is
    /// invisible until step 3.
    /// </summary>
    /// <exception cref="CanvasException"><see cref="CanvasErrorKind.OverQuota"/> if it does not fit.</exception>
    public async Task<UploadTicket> BeginUploadAsync(CanvasId<Course> course, FileToUpload file, CancellationToken ct = default)
    {
        // Asked twice, Canvas keeps two announcements, of which the unused one shows nowhere and is forgotten.
        var call = (CanvasCall.Post($"courses/{course}/files") with { Repeatable = true })
            .With("name", file.Name)
            .With("size", file.Size.ToString(CultureInfo.InvariantCulture))
            .With("content_type", file.ContentType)
            .With("on_duplicate", "rename");
        call = file.FolderId is { } folder
            ? call.With("parent_folder_id", folder.Value)
            : call.With("parent_folder_path", file.FolderPath!);
        var ticket = await sender.ReadAsync<UploadTicket>(call, ct);
        return IsSafe(ticket.UploadUrl) ? ticket : throw AnswerReader.Unbelievable(call, 200, "the upload's address is not secure");
    }

    /// <summary>
    /// Step 3: completes the upload whose bytes gave <paramref name="answer"/>, and reads the file back. Not repeated
    /// by itself; after a lost answer look with <see cref="FindInFolderAsync"/> before uploading again.
    /// </summary>
    /// <exception cref="CanvasException">
    /// <see cref="CanvasErrorKind.Invalid"/> or <see cref="CanvasErrorKind.Unavailable"/> if the storage refused the
    /// bytes: begin again at step 1. <see cref="CanvasErrorKind.Protocol"/> if the file is not the one that was sent.
    /// </exception>
    public Task<CanvasFile> FinishUploadAsync(UploadAnswer answer, FileToUpload sent, CancellationToken ct = default) =>
        finish.FinishAsync(answer, sent, ct);

    /// <summary>The file as it is now.</summary>
    public Task<CanvasFile> GetAsync(CanvasId<CanvasFile> id, CancellationToken ct = default) =>
        sender.ReadAsync(CanvasCall.Get($"files/{id}"), id, ct);

    /// <summary>The file; null if Canvas says that there is none, or that it is deleted.</summary>
    public async Task<CanvasFile?> FindAsync(CanvasId<CanvasFile> id, CancellationToken ct = default)
    {
        try
        {
            return await GetAsync(id, ct) is { WorkflowState: not "deleted" } file ? file : null;
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Changes what is set and nothing else; answers the file as it then is.</summary>
    public Task<CanvasFile> UpdateAsync(CanvasId<CanvasFile> id, FileChange change, CancellationToken ct = default)
    {
        var call = CanvasCall.Put($"files/{id}");
        if (change.Name is { } name)
            call = call.With("name", name);
        if (change.FolderId is { } folder)
            call = call.With("parent_folder_id", folder.Value);
        if (change.Name is not null || change.FolderId is not null)
            call = call.With("on_duplicate", "rename");
        if (change.Locked is { } locked)
            call = call.With("locked", locked ? "true" : "false");
        if (change.Hidden is { } hidden)
            call = call.With("hidden", hidden ? "true" : "false");
        if (change.LockAt.IsSet)
            call = call.With("lock_at", Moment(change.LockAt.Value));
        if (change.UnlockAt.IsSet)
            call = call.With("unlock_at", Moment(change.UnlockAt.Value));
        return sender.ReadAsync(call, id, ct);
    }

    /// <summary>
    /// Says on what ground the file may be shown, where the course demands that; the file's lock stays as it is, and can
    /// be opened afterwards.
    /// </summary>
    public async Task SetUsageRightsAsync(
        CanvasId<Course> course,
        CanvasId<CanvasFile> file,
        UsageRights rights,
        CancellationToken ct = default
    )
    {
        var call = CanvasCall
            .Put($"courses/{course}/usage_rights")
            .With("file_ids[]", file.Value)
            .With("usage_rights[use_justification]", rights.Justification.Name());
        if (rights.LegalCopyright is { } copyright)
            call = call.With("usage_rights[legal_copyright]", copyright);
        if (rights.License is { } license)
            call = call.With("usage_rights[license]", license);
        var answer = await sender.ReadAsync<UsageRightsAnswer>(call, ct);
        if (answer.UseJustification != rights.Justification.Name() || !answer.FileIds.Contains(file))
            throw AnswerReader.Unbelievable(call, 200, "other rights than were set");
    }

    /// <summary>
    /// Deletes the file; Canvas also takes away the module items that show it. Canvas keeps the bytes for some time, and
    /// a media copy may remain: "removed" is what to call it.
    /// </summary>
    public Task<Removal> DeleteAsync(CanvasId<CanvasFile> id, CancellationToken ct = default) => DeleteAsync(id, replace: false, ct);

    /// <summary>
    /// Deletes the file; or, with <paramref name="replace"/>, destroys its content and its previews and leaves a
    /// placeholder under the same id, to be deleted by a second call. Canvas keeps a copy of a replaced file for some
    /// time. What is left can be read with <see cref="ReadRemovalAsync"/>.
    /// </summary>
    /// <exception cref="CanvasException">
    /// <see cref="CanvasErrorKind.Forbidden"/> if the token's user may not; replacing needs the right to become other
    /// users as well.
    /// </exception>
    public async Task<Removal> DeleteAsync(CanvasId<CanvasFile> id, bool replace, CancellationToken ct = default)
    {
        var call = CanvasCall.Delete($"files/{id}");
        try
        {
            await sender.ReadAsync(replace ? call.Ask("replace", "true") : call, id, ct);
            return Removal.Removed;
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return Removal.AlreadyGone;
        }
    }

    /// <summary>
    /// Reads back what is left of a file that was to be removed.
    /// </summary>
    /// <param name="was">The file as it was: id, name, size and type count.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="CanvasException">Canvas gives no answer that could be classed: nothing is known.</exception>
    public async Task<RemovalState> ReadRemovalAsync(CanvasFile was, CancellationToken ct = default) =>
        RemovalReader.Classify(was, await FindAsync(was.Id, ct));

    /// <summary>The file of exactly that name in the folder itself; null if there is none.</summary>
    public async Task<CanvasFile?> FindInFolderAsync(CanvasId<CanvasFolder> folder, string name, CancellationToken ct = default)
    {
        await foreach (var file in ListInFolderAsync(folder, ct))
        {
            if (string.Equals(file.DisplayName, name, StringComparison.Ordinal))
                return file;
        }
        return null;
    }

    /// <summary>
    /// The files in the folder itself that an upload under that name, of that size, can have left: the name may carry the number
    /// that Canvas adds where a name is taken. The earliest first.
    /// </summary>
    /// <param name="folder">Where to look.</param>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="size">In bytes.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<IReadOnlyList<CanvasFile>> ListAlikeAsync(
        CanvasId<CanvasFolder> folder,
        string name,
        long size,
        CancellationToken ct = default
    )
    {
        List<CanvasFile> alike = [];
        await foreach (var file in ListInFolderAsync(folder, ct))
        {
            if (file.Size == size && NumberedName.Is(file.DisplayName, name))
                alike.Add(file);
        }
        return [.. alike.OrderBy(file => file.Id.Value.Length).ThenBy(file => file.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>The files in the folder itself.</summary>
    public IAsyncEnumerable<CanvasFile> ListInFolderAsync(CanvasId<CanvasFolder> folder, CancellationToken ct = default) =>
        pager.ReadAllAsync<CanvasFile>(CanvasCall.Get($"folders/{folder}/files"), ct);

    // A file's bytes go there: encrypted, or to this very Canvas on loopback.
    private bool IsSafe(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || sender.IsHome(address));

    // In a form, Canvas reads an empty text as null.
    private static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) ?? "";
}
