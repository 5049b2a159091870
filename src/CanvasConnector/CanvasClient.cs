using CanvasConnector.Access;
using CanvasConnector.Announcements;
using CanvasConnector.Conversations;
using CanvasConnector.Courses;
using CanvasConnector.Enrollments;
using CanvasConnector.Files;
using CanvasConnector.Folders;
using CanvasConnector.Http;
using CanvasConnector.Modules;
using CanvasConnector.Terms;
using CanvasConnector.Users;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CanvasConnector;

/// <summary>
/// The front door to one Canvas, safe for use by many threads. Every call fails with a
/// <see cref="Errors.CanvasException"/> of one of few kinds, or is cancelled.
/// </summary>
public sealed class CanvasClient : IDisposable
{
    private readonly CanvasSender sender;
    private readonly StorageSender storage;
    private readonly AccessCheck access;

    /// <summary>Opens the door; nothing is called yet.</summary>
    /// <param name="options">Checked here; see <see cref="CanvasOptions"/>.</param>
    /// <param name="time">The clock of waits between tries and of <see cref="CourseLifetime.CheckedAt"/>.</param>
    /// <param name="logger">Told of waits and of differences between Canvas's verdict and ours; ids only.</param>
    /// <param name="dice">The source of jitter, values in [0, 1); random by default.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names all that are.</exception>
    public CanvasClient(CanvasOptions options, TimeProvider time, ILogger<CanvasClient>? logger = null, Func<double>? dice = null)
    {
        var check = new CanvasOptionsCheck().Validate(null, options);
        if (check.Failed)
            throw new OptionsValidationException("Canvas", typeof(CanvasOptions), check.Failures);

        ILogger log = logger ?? NullLogger<CanvasClient>.Instance;
        var backoff = new Backoff(options.LongestWait, dice ?? Random.Shared.NextDouble);
        sender = new CanvasSender(options, time, backoff, log);
        storage = new StorageSender(options);
        var pager = new CanvasPager(sender);

        Terms = new TermCalls(pager, options.RootAccountId);
        Courses = new CourseCalls(sender, pager, Terms, options, time, log);
        Enrollments = new EnrollmentCalls(pager);
        Users = new UserCalls(sender, pager);
        Folders = new FolderCalls(sender);
        Files = new FileCalls(sender, pager, options.BaseUrl!, files => new FileUpload(files, Folders, storage, backoff, time));
        Modules = new ModuleCalls(sender, pager);
        Announcements = new AnnouncementCalls(sender, pager);
        Conversations = new ConversationCalls(sender, pager);
        access = new AccessCheck(sender, Users, options.RootAccountId);
    }

    /// <summary>Canvas's clock in its last answer, whatever that said; null before the first, or where it told none.</summary>
    public ServerTime? ServerTime => sender.ServerTime;

    public CourseCalls Courses { get; }

    public EnrollmentCalls Enrollments { get; }

    public TermCalls Terms { get; }

    public FileCalls Files { get; }

    public FolderCalls Folders { get; }

    public ModuleCalls Modules { get; }

    public AnnouncementCalls Announcements { get; }

    public ConversationCalls Conversations { get; }

    public UserCalls Users { get; }

    /// <summary>What the last answer said of the token's quota; empty before the first.</summary>
    public CanvasQuota Quota => sender.Quota;

    /// <summary>
    /// Who the token is, and whether it has the scopes and rights for what is wanted; what is too much, too. Reads only. A
    /// scope that cannot be told without changing something is told as unknown.
    /// </summary>
    /// <exception cref="Errors.CanvasException">
    /// <see cref="Errors.CanvasErrorKind.Unauthorized"/> if the token itself is refused.
    /// </exception>
    public Task<AccessReport> CheckAsync(IReadOnlyCollection<CanvasTask> tasks, CancellationToken ct = default) =>
        access.RunAsync(tasks, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        storage.Dispose();
        sender.Dispose();
    }
}
