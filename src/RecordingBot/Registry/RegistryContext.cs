using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using RecordingBot.Channels;
using RecordingBot.Channels.TeamChat;
using RecordingBot.Deletion;
using RecordingBot.Deletion.Guards;
using RecordingBot.Expiry;
using RecordingBot.Hosting;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Notices;
using RecordingBot.Publication;
using RecordingBot.Recordings;
using RecordingBot.Recordings.Cloud;
using RecordingBot.Rights;

namespace RecordingBot.Registry;

/// <summary>The registry: what happened to each recording, and why. Each row lies with its step; the keys and indexes are here.</summary>
public sealed class RegistryContext(DbContextOptions<RegistryContext> options) : DbContext(options)
{
    private readonly IServiceProvider? appServices = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;

    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<PersonLinkRow> PersonLinks => Set<PersonLinkRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<AccessRow> Accesses => Set<AccessRow>();
    public DbSet<CloudLookRow> CloudLooks => Set<CloudLookRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<AuditHeadRow> AuditHead => Set<AuditHeadRow>();
    public DbSet<AuditValueRow> AuditValues => Set<AuditValueRow>();
    public DbSet<AuditCheckpointRow> AuditCheckpoints => Set<AuditCheckpointRow>();
    public DbSet<TaskRow> Tasks => Set<TaskRow>();
    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();
    public DbSet<IntentRow> Intents => Set<IntentRow>();
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();
    public DbSet<ConversationActivityRow> ConversationActivities => Set<ConversationActivityRow>();
    public DbSet<TeamChatRow> TeamChats => Set<TeamChatRow>();
    public DbSet<InterviewRow> Interviews => Set<InterviewRow>();
    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();
    public DbSet<GovernedHostRow> GovernedHosts => Set<GovernedHostRow>();
    public DbSet<CloudStopRow> CloudStops => Set<CloudStopRow>();
    public DbSet<AttendanceRow> Attendance => Set<AttendanceRow>();
    public DbSet<AttendanceBondRow> AttendanceBonds => Set<AttendanceBondRow>();
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();
    public DbSet<SeriesRow> Series => Set<SeriesRow>();
    public DbSet<NoticeRow> Notices => Set<NoticeRow>();
    public DbSet<NoticePostRow> NoticePosts => Set<NoticePostRow>();
    public DbSet<ConsentRow> Consents => Set<ConsentRow>();
    public DbSet<RecordingRow> Recordings => Set<RecordingRow>();
    public DbSet<PartRow> Parts => Set<PartRow>();
    public DbSet<CopyRow> Copies => Set<CopyRow>();
    public DbSet<ColleagueRow> Colleagues => Set<ColleagueRow>();
    public DbSet<AgentOrderRow> AgentOrders => Set<AgentOrderRow>();
    public DbSet<WarningRow> Warnings => Set<WarningRow>();
    public DbSet<DigestRow> Digests => Set<DigestRow>();
    public DbSet<CourseRow> Courses => Set<CourseRow>();
    public DbSet<CoursePlacesRow> CoursePlaces => Set<CoursePlacesRow>();
    public DbSet<AnnouncementRow> Announcements => Set<AnnouncementRow>();
    public DbSet<TermRow> Terms => Set<TermRow>();
    public DbSet<DeletionOrderRow> DeletionOrders => Set<DeletionOrderRow>();
    public DbSet<GuardRow> Guards => Set<GuardRow>();
    public DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();
    public DbSet<TurnRow> Turns => Set<TurnRow>();
    public DbSet<KeyRow> Keys => Set<KeyRow>();

    /// <summary>
    /// Saves with a transaction in which the audit's entries are chained; a state change without an entry gets one. Entries are saved asynchronously
    /// only: the synchronous way refuses them.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changes = AuditedState.Changes(ChangeTracker.Entries());
        if (changes is not null && !Written().Any())
            Audit.Add(Unnamed(changes));
        AuditRow[] entries = [.. Written().OrderBy(entry => entry.Ordinal)];
        if (entries.Length == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var transaction = await AuditTransaction.BeginAsync(Database, cancellationToken);
        await AuditChain.LinkAsync(this, entries, changes, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (acceptAllChangesOnSuccess)
            ChangeTracker.AcceptAllChanges();
        return saved;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        AuditedState.Changes(ChangeTracker.Entries()) is null && !Written().Any()
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("What the audit tells of is saved asynchronously.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite compares instants as text otherwise, and two equal ones with different offsets would differ.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<long>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PersonRow>(row =>
        {
            row.HasIndex(person => person.Account).IsUnique();
            row.HasMany(person => person.Links).WithOne().HasForeignKey(link => link.PersonId);
        });
        modelBuilder.Entity<PersonLinkRow>().HasIndex(link => new { link.Kind, link.ExternalId }).IsUnique();
        modelBuilder.Entity<TurnRow>().HasKey(turn => turn.Work);
        modelBuilder.Entity<KeyRow>().HasKey(key => key.Name);
        modelBuilder.Entity<SessionRow>().HasKey(session => session.TokenHash);
        modelBuilder.Entity<AccessRow>().HasIndex(access => access.At);
        modelBuilder.Entity<AuditRow>().HasKey(entry => entry.Sequence);
        modelBuilder.Entity<AuditRow>().HasIndex(entry => entry.Subject);
        modelBuilder.Entity<AuditHeadRow>().Property(head => head.Id).ValueGeneratedNever();
        modelBuilder.Entity<AuditHeadRow>().HasData(new AuditHeadRow { Id = AuditHeadRow.TheOne, Hash = AuditHash.Nothing });
        modelBuilder.Entity<AuditValueRow>().HasKey(value => new { value.Sequence, value.Field });
        modelBuilder.Entity<AuditValueRow>().Property(value => value.Field).HasConversion<int>();
        modelBuilder.Entity<AuditCheckpointRow>().HasKey(checkpoint => checkpoint.Size);
        modelBuilder.Entity<AuditCheckpointRow>().Property(checkpoint => checkpoint.Size).ValueGeneratedNever();
        modelBuilder.Entity<TaskRow>().HasIndex(task => new { task.Kind, task.Subject }).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
        modelBuilder.Entity<TaskRow>().HasIndex(task => task.ClosedAt);
        modelBuilder.Entity<TaskRow>().HasIndex(task => task.DueAt);
        modelBuilder.Entity<IncidentRow>().HasIndex(incident => incident.MeetingId);
        modelBuilder.Entity<IncidentRow>().HasIndex(incident => incident.HostId).HasFilter("\"HostId\" IS NOT NULL");
        modelBuilder.Entity<IncidentRow>().HasIndex(incident => incident.ClosedAt);
        modelBuilder.Entity<CloudStopRow>().HasIndex(stop => stop.MeetingId);
        modelBuilder.Entity<CloudStopRow>().HasIndex(stop => stop.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        modelBuilder.Entity<IntentRow>().HasIndex(intent => intent.RecordingId);

        modelBuilder.Entity<ConversationRow>().HasIndex(conversation => conversation.UserId).IsUnique();
        modelBuilder.Entity<ConversationActivityRow>(row =>
        {
            row.HasKey(activity => new { activity.ConversationId, activity.Sequence });
            row.HasIndex(activity => new { activity.ConversationId, activity.ClientActivityId }).IsUnique();
        });
        modelBuilder.Entity<TeamChatRow>().HasKey(chat => chat.ConversationId);
        modelBuilder.Entity<InterviewRow>().HasKey(interview => interview.PersonId);
        modelBuilder.Entity<InterviewRow>().Property(interview => interview.Version).IsConcurrencyToken();

        modelBuilder.Entity<MeetingRow>(row =>
        {
            row.HasIndex(meeting => meeting.ZoomUuid).IsUnique();
            row.HasIndex(meeting => meeting.ZoomId);
            row.HasIndex(meeting => meeting.StartsAt);
            row.HasIndex(meeting => meeting.EndsAt).HasFilter("\"RecordsEndedAt\" IS NULL");
        });
        modelBuilder
            .Entity<AttendanceRow>()
            .HasIndex(seen => new
            {
                seen.MeetingId,
                seen.Participant,
                seen.JoinedAt,
            })
            .IsUnique();
        modelBuilder
            .Entity<AttendanceBondRow>()
            .HasKey(bond => new
            {
                bond.MeetingId,
                bond.One,
                bond.Other,
            });
        modelBuilder.Entity<InboxRow>().HasIndex(entry => entry.Digest).IsUnique();
        modelBuilder.Entity<InboxRow>().HasIndex(entry => new { entry.ProcessedAt, entry.NextAttemptAt });
        modelBuilder.Entity<DecisionRow>().HasIndex(decision => decision.MeetingId);
        modelBuilder.Entity<SeriesRow>().HasIndex(series => series.EndedAt);
        modelBuilder.Entity<NoticeRow>().HasIndex(notice => notice.TokenHash).IsUnique();
        modelBuilder.Entity<NoticeRow>().HasIndex(notice => new { notice.MeetingId, notice.Version }).IsUnique();
        modelBuilder.Entity<NoticePostRow>().HasIndex(post => post.MeetingId);
        modelBuilder
            .Entity<ConsentRow>()
            .HasIndex(consent => new
            {
                consent.MeetingId,
                consent.Kind,
                consent.Browser,
            })
            .IsUnique()
            .HasFilter("\"ReplacedAt\" IS NULL");

        modelBuilder.Entity<RecordingRow>(row =>
        {
            row.Property(recording => recording.Fence).IsConcurrencyToken();
            row.HasIndex(recording => recording.NextCheckAt);
            // The few that somebody works on: when the next of their leases runs out is asked at each look.
            row.HasIndex(recording => recording.LeaseUntil).HasFilter("\"LeaseUntil\" IS NOT NULL");
            row.HasIndex(recording => new { recording.CourseId, recording.EndsAt });
            row.HasIndex(recording => recording.MeetingId);
            row.HasIndex(recording => recording.SourceId);
            row.HasIndex(recording => recording.CloudUuid).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
            row.HasIndex(recording => recording.HoldRemindAt);
            row.HasIndex(recording => new { recording.RecorderId, recording.RecordedAt }).HasFilter("\"InventoriedAt\" IS NOT NULL");
            row.HasIndex(recording => recording.DeletedAt).HasFilter("\"DeletedAt\" IS NOT NULL AND \"RecordsEndedAt\" IS NULL");
            row.HasIndex(recording => new { recording.SourceId, recording.CourseId }).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
            row.HasIndex(recording => new
                {
                    recording.DeviceId,
                    recording.RootId,
                    recording.Folder,
                })
                .IsUnique();
            row.HasMany(recording => recording.Parts).WithOne().HasForeignKey(part => part.RecordingId);
            row.HasMany(recording => recording.Warnings).WithOne().HasForeignKey(warning => warning.RecordingId);
            row.HasMany(recording => recording.Receipts).WithOne().HasForeignKey(receipt => receipt.RecordingId);
        });
        modelBuilder.Entity<CloudLookRow>(row =>
        {
            row.HasKey(look => look.Key);
            row.HasIndex(look => look.NextAt);
        });
        modelBuilder.Entity<PartRow>(row =>
        {
            row.HasMany(part => part.Copies).WithOne().HasForeignKey(copy => copy.PartId);
            row.HasIndex(part => new { part.RecordingId, part.Name }).IsUnique();
            row.HasIndex(part => part.Sha256);
        });
        modelBuilder
            .Entity<CopyRow>()
            .HasIndex(copy => new
            {
                copy.PartId,
                copy.Place,
                copy.Locator,
            })
            .IsUnique();
        modelBuilder.Entity<ColleagueRow>(row =>
        {
            row.HasIndex(colleague => new { colleague.RecordingId, colleague.PersonId }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
            row.HasIndex(colleague => colleague.PersonId);
            row.HasIndex(colleague => colleague.DueAt);
        });
        modelBuilder.Entity<WarningRow>(row =>
        {
            row.HasIndex(warning => warning.At).HasFilter("\"AcceptedAt\" IS NULL AND \"DigestId\" IS NULL");
            row.HasIndex(warning => warning.DigestId);
        });
        modelBuilder.Entity<DigestRow>().HasIndex(digest => digest.NextAttemptAt);
        modelBuilder.Entity<CoursePlacesRow>().HasKey(places => places.CourseId);
        modelBuilder.Entity<AnnouncementRow>().HasKey(announcement => announcement.MeetingId);
        modelBuilder.Entity<AgentOrderRow>().HasIndex(order => new { order.DeviceId, order.AnsweredAt });
        modelBuilder.Entity<AgentOrderRow>().HasIndex(order => order.RecordingId);
        modelBuilder.Entity<DeletionOrderRow>().HasIndex(order => new { order.RecordingId, order.EndsAt }).IsUnique();
        modelBuilder.Entity<GuardRow>().HasIndex(guard => guard.Kind).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        modelBuilder.Entity<DeletionOrderRow>().HasIndex(order => order.At);
        modelBuilder.Entity<ReceiptRow>().HasIndex(receipt => receipt.CopyId).IsUnique();
        // What an older version signed has fewer fields.
        modelBuilder.Entity<ReceiptRow>().Property(receipt => receipt.Format).HasDefaultValue(1);
    }

    private IEnumerable<AuditRow> Written() =>
        ChangeTracker.Entries<AuditRow>().Where(entry => entry.State is EntityState.Added).Select(entry => entry.Entity);

    /// <summary>Whoever changed it forgot to say why; that it was changed is in the log all the same (I7).</summary>
    private AuditRow Unnamed(string changes) =>
        new()
        {
            At = (appServices?.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow(),
            Actor = "bot",
            Action = AuditChain.Unnamed,
            Subject = AuditedState.FirstOf(changes),
        };
}
