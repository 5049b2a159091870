using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accesses",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: true),
                    Route = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: true),
                    Status = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accesses", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AgentOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeviceId = table.Column<string>(type: "text", nullable: false),
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: false),
                    CopyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Order = table.Column<string>(type: "text", nullable: false),
                    IssuedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Receipt = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    Used = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgentOrders", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<string>(type: "text", nullable: false),
                    Wanted = table.Column<bool>(type: "boolean", nullable: false),
                    CanvasId = table.Column<string>(type: "text", nullable: true),
                    PostingAt = table.Column<long>(type: "bigint", nullable: true),
                    PostedAt = table.Column<long>(type: "bigint", nullable: true),
                    TakenAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.MeetingId);
                }
            );

            migrationBuilder.CreateTable(
                name: "Attendance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Participant = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: true),
                    IsHost = table.Column<bool>(type: "boolean", nullable: false),
                    JoinedAt = table.Column<long>(type: "bigint", nullable: false),
                    LeftAt = table.Column<long>(type: "bigint", nullable: true),
                    ReachedAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendance", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Sequence = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false),
                    Action = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    Edition = table.Column<string>(type: "text", nullable: true),
                    RequestId = table.Column<string>(type: "text", nullable: true),
                    Changes = table.Column<string>(type: "text", nullable: true),
                    PreviousHash = table.Column<byte[]>(type: "bytea", nullable: true),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditCheckpoints",
                columns: table => new
                {
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Line = table.Column<string>(type: "text", nullable: false),
                    MailedAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditCheckpoints", x => x.Size);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHead", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditValues",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Field = table.Column<int>(type: "integer", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditValues", x => new { x.Sequence, x.Field });
                }
            );

            migrationBuilder.CreateTable(
                name: "Colleagues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: true),
                    ReviewAt = table.Column<long>(type: "bigint", nullable: true),
                    AskedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Colleagues", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeSha256 = table.Column<string>(type: "text", nullable: false),
                    Scope = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Given = table.Column<bool>(type: "boolean", nullable: false),
                    IsWithdrawal = table.Column<bool>(type: "boolean", nullable: false),
                    Wording = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Channel = table.Column<string>(type: "text", nullable: false),
                    Participant = table.Column<string>(type: "text", nullable: false),
                    Browser = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ReplacedAt = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    SettledAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ConversationActivities",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "text", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<string>(type: "text", nullable: false),
                    ClientActivityId = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Activity = table.Column<string>(type: "text", nullable: false),
                    IsHandled = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConversationActivities", x => new { x.ConversationId, x.Sequence });
                }
            );

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    UserId = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    LastSequence = table.Column<long>(type: "bigint", nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "CoursePlaces",
                columns: table => new
                {
                    CourseId = table.Column<string>(type: "text", nullable: false),
                    IntakeFolderId = table.Column<string>(type: "text", nullable: true),
                    FolderId = table.Column<string>(type: "text", nullable: true),
                    ModuleId = table.Column<string>(type: "text", nullable: true),
                    AdminsTellingAt = table.Column<long>(type: "bigint", nullable: true),
                    AdminsToldAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoursePlaces", x => x.CourseId);
                }
            );

            migrationBuilder.CreateTable(
                name: "Courses",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: true),
                    IsPublic = table.Column<bool>(type: "boolean", nullable: true),
                    IsModel = table.Column<bool>(type: "boolean", nullable: true),
                    Locale = table.Column<string>(type: "text", nullable: true),
                    TermId = table.Column<string>(type: "text", nullable: true),
                    Closes = table.Column<string>(type: "text", nullable: false),
                    ClosesAt = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Inputs = table.Column<string>(type: "text", nullable: false),
                    SeenClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    CheckedAt = table.Column<long>(type: "bigint", nullable: false),
                    SectionsReadAt = table.Column<long>(type: "bigint", nullable: true),
                    Moves = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Courses", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Request = table.Column<string>(type: "text", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: false),
                    Pack = table.Column<string>(type: "text", nullable: false),
                    Edition = table.Column<string>(type: "text", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: false),
                    DpoConditions = table.Column<string>(type: "text", nullable: true),
                    Channel = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "DeletionOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    Authority = table.Column<string>(type: "text", nullable: false),
                    Forecast = table.Column<bool>(type: "boolean", nullable: false),
                    Edition = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletionOrders", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Digests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    CanvasUserId = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "bigint", nullable: true),
                    ChatAcceptedAt = table.Column<long>(type: "bigint", nullable: true),
                    CanvasTriedAt = table.Column<long>(type: "bigint", nullable: true),
                    CanvasAcceptedAt = table.Column<long>(type: "bigint", nullable: true),
                    MailTriedAt = table.Column<long>(type: "bigint", nullable: true),
                    MailAcceptedAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Digests", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Guards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    TrippedAt = table.Column<long>(type: "bigint", nullable: false),
                    ReleaseAskedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guards", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Digest = table.Column<string>(type: "text", nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    Stale = table.Column<bool>(type: "boolean", nullable: false),
                    Body = table.Column<byte[]>(type: "bytea", nullable: true),
                    ProcessedAt = table.Column<long>(type: "bigint", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Intents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<string>(type: "text", nullable: false),
                    CopyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Fence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Intents", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Interviews",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interviews", x => x.PersonId);
                }
            );

            migrationBuilder.CreateTable(
                name: "Keys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Keys", x => x.Name);
                }
            );

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Platform = table.Column<string>(type: "text", nullable: false),
                    ZoomId = table.Column<long>(type: "bigint", nullable: true),
                    ZoomUuid = table.Column<string>(type: "text", nullable: true),
                    HostId = table.Column<string>(type: "text", nullable: true),
                    HostPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Topic = table.Column<string>(type: "text", nullable: false),
                    StartsAt = table.Column<long>(type: "bigint", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    CancelledAt = table.Column<long>(type: "bigint", nullable: true),
                    CourseId = table.Column<string>(type: "text", nullable: true),
                    ChatChannelId = table.Column<string>(type: "text", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Right = table.Column<string>(type: "text", nullable: false),
                    RightChangedAt = table.Column<long>(type: "bigint", nullable: true),
                    RightFirstGivenAt = table.Column<long>(type: "bigint", nullable: true),
                    HostTold = table.Column<string>(type: "text", nullable: true),
                    HostToldAt = table.Column<long>(type: "bigint", nullable: true),
                    LateJoinerSince = table.Column<long>(type: "bigint", nullable: true),
                    ConfirmAskedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastEventAt = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    RecordsEndedAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    TokenHash = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Message = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Scope = table.Column<string>(type: "text", nullable: false),
                    FurtherCourses = table.Column<string>(type: "text", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: true),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: false),
                    PostedAt = table.Column<long>(type: "bigint", nullable: true),
                    PostFailingSince = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<string>(type: "text", nullable: false),
                    DisplayName = table.Column<string>(type: "text", nullable: true),
                    Roles = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: true),
                    LeftAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Recordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    CourseId = table.Column<string>(type: "text", nullable: true),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    Topic = table.Column<string>(type: "text", nullable: false),
                    RecorderId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "text", nullable: false),
                    Unexplained = table.Column<bool>(type: "boolean", nullable: false),
                    Restricted = table.Column<bool>(type: "boolean", nullable: false),
                    RestrictedSha256 = table.Column<string>(type: "text", nullable: true),
                    CanvasOutdated = table.Column<bool>(type: "boolean", nullable: false),
                    Limited = table.Column<bool>(type: "boolean", nullable: false),
                    DeviceId = table.Column<string>(type: "text", nullable: true),
                    RootId = table.Column<string>(type: "text", nullable: true),
                    Folder = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: true),
                    Complete = table.Column<bool>(type: "boolean", nullable: false),
                    PublicationWanted = table.Column<bool>(type: "boolean", nullable: false),
                    PublicationWait = table.Column<string>(type: "text", nullable: true),
                    PublicationWaitsUntil = table.Column<long>(type: "bigint", nullable: true),
                    CanvasFolderId = table.Column<string>(type: "text", nullable: true),
                    CanvasFileId = table.Column<string>(type: "text", nullable: true),
                    CanvasModuleId = table.Column<string>(type: "text", nullable: true),
                    CanvasModuleItemId = table.Column<string>(type: "text", nullable: true),
                    LockAt = table.Column<long>(type: "bigint", nullable: true),
                    Visible = table.Column<bool>(type: "boolean", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: true),
                    EndReason = table.Column<string>(type: "text", nullable: false),
                    ExtendedUntil = table.Column<long>(type: "bigint", nullable: true),
                    ExtensionReason = table.Column<string>(type: "text", nullable: true),
                    DateAskedAt = table.Column<long>(type: "bigint", nullable: true),
                    HeldBy = table.Column<Guid>(type: "uuid", nullable: true),
                    HoldKind = table.Column<string>(type: "text", nullable: true),
                    HoldReason = table.Column<string>(type: "text", nullable: true),
                    HoldReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HoldRemindAt = table.Column<long>(type: "bigint", nullable: true),
                    DeletionAskedAt = table.Column<long>(type: "bigint", nullable: true),
                    DeletionAskedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    HandOverAskedAt = table.Column<long>(type: "bigint", nullable: true),
                    HandedOverAt = table.Column<long>(type: "bigint", nullable: true),
                    OrderedFor = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<long>(type: "bigint", nullable: true),
                    RecordsEndedAt = table.Column<long>(type: "bigint", nullable: true),
                    NextCheckAt = table.Column<long>(type: "bigint", nullable: false),
                    Wakes = table.Column<int>(type: "integer", nullable: false),
                    LeaseOwner = table.Column<string>(type: "text", nullable: true),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: true),
                    Fence = table.Column<long>(type: "bigint", nullable: false),
                    NextStep = table.Column<string>(type: "text", nullable: false),
                    NextStepAt = table.Column<long>(type: "bigint", nullable: true),
                    NextStepReason = table.Column<string>(type: "text", nullable: false),
                    CourseMoves = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recordings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Series",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<string>(type: "text", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Series", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    TokenHash = table.Column<string>(type: "text", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    LastSeenAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.TokenHash);
                }
            );

            migrationBuilder.CreateTable(
                name: "Tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: true),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "text", nullable: false),
                    Arguments = table.Column<string>(type: "text", nullable: false),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tasks", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Terms",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Courses = table.Column<int>(type: "integer", nullable: false),
                    Doubted = table.Column<int>(type: "integer", nullable: true),
                    ListedAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Terms", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Turns",
                columns: table => new
                {
                    Work = table.Column<string>(type: "text", nullable: false),
                    Owner = table.Column<string>(type: "text", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    Fence = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Turns", x => x.Work);
                }
            );

            migrationBuilder.CreateTable(
                name: "PersonLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    ExternalId = table.Column<string>(type: "text", nullable: false),
                    VerifiedAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonLinks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Parts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Duration = table.Column<long>(type: "bigint", nullable: true),
                    Waveform = table.Column<byte[]>(type: "bytea", nullable: true),
                    WaveformOutcome = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Parts_Recordings_RecordingId",
                        column: x => x.RecordingId,
                        principalTable: "Recordings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Format = table.Column<int>(type: "integer", nullable: false, defaultValue: 1),
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartId = table.Column<Guid>(type: "uuid", nullable: false),
                    CopyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderedAt = table.Column<long>(type: "bigint", nullable: false),
                    GoneAt = table.Column<long>(type: "bigint", nullable: false),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Edition = table.Column<string>(type: "text", nullable: false),
                    Authority = table.Column<string>(type: "text", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    CheckedBy = table.Column<string>(type: "text", nullable: false),
                    Residues = table.Column<string>(type: "text", nullable: false),
                    PublicKey = table.Column<string>(type: "text", nullable: false),
                    Signature = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Receipts_Recordings_RecordingId",
                        column: x => x.RecordingId,
                        principalTable: "Recordings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Warnings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordingId = table.Column<Guid>(type: "uuid", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    BeforeSeconds = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    CanvasUserId = table.Column<string>(type: "text", nullable: true),
                    DigestId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AcceptedAt = table.Column<long>(type: "bigint", nullable: true),
                    Channel = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Warnings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Warnings_Recordings_RecordingId",
                        column: x => x.RecordingId,
                        principalTable: "Recordings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Copies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Locator = table.Column<string>(type: "text", nullable: false),
                    Uuid = table.Column<string>(type: "text", nullable: true),
                    Size = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<string>(type: "text", nullable: false),
                    RemovedAt = table.Column<long>(type: "bigint", nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: true),
                    Residue = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Copies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Copies_Parts_PartId",
                        column: x => x.PartId,
                        principalTable: "Parts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.InsertData(
                table: "AuditHead",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[]
                {
                    1,
                    new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
                    0L,
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Accesses_At", table: "Accesses", column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AgentOrders_DeviceId_AnsweredAt",
                table: "AgentOrders",
                columns: new[] { "DeviceId", "AnsweredAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_AgentOrders_RecordingId", table: "AgentOrders", column: "RecordingId");

            migrationBuilder.CreateIndex(
                name: "IX_Attendance_MeetingId_Participant_JoinedAt",
                table: "Attendance",
                columns: new[] { "MeetingId", "Participant", "JoinedAt" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Audit_Subject", table: "Audit", column: "Subject");

            migrationBuilder.CreateIndex(name: "IX_Colleagues_DueAt", table: "Colleagues", column: "DueAt");

            migrationBuilder.CreateIndex(name: "IX_Colleagues_PersonId", table: "Colleagues", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Colleagues_RecordingId_PersonId",
                table: "Colleagues",
                columns: new[] { "RecordingId", "PersonId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Consents_MeetingId_Kind_Browser",
                table: "Consents",
                columns: new[] { "MeetingId", "Kind", "Browser" },
                unique: true,
                filter: "\"ReplacedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConversationActivities_ConversationId_ClientActivityId",
                table: "ConversationActivities",
                columns: new[] { "ConversationId", "ClientActivityId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Conversations_UserId", table: "Conversations", column: "UserId", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Copies_PartId_Place_Locator",
                table: "Copies",
                columns: new[] { "PartId", "Place", "Locator" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Decisions_MeetingId", table: "Decisions", column: "MeetingId");

            migrationBuilder.CreateIndex(name: "IX_DeletionOrders_At", table: "DeletionOrders", column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_DeletionOrders_RecordingId_EndsAt",
                table: "DeletionOrders",
                columns: new[] { "RecordingId", "EndsAt" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Digests_NextAttemptAt", table: "Digests", column: "NextAttemptAt");

            migrationBuilder.CreateIndex(
                name: "IX_Guards_Kind",
                table: "Guards",
                column: "Kind",
                unique: true,
                filter: "\"EndedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Inbox_Digest", table: "Inbox", column: "Digest", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_ProcessedAt_NextAttemptAt",
                table: "Inbox",
                columns: new[] { "ProcessedAt", "NextAttemptAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_Incidents_MeetingId", table: "Incidents", column: "MeetingId");

            migrationBuilder.CreateIndex(name: "IX_Intents_RecordingId", table: "Intents", column: "RecordingId");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_EndsAt",
                table: "Meetings",
                column: "EndsAt",
                filter: "\"RecordsEndedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Meetings_StartsAt", table: "Meetings", column: "StartsAt");

            migrationBuilder.CreateIndex(name: "IX_Meetings_ZoomId", table: "Meetings", column: "ZoomId");

            migrationBuilder.CreateIndex(name: "IX_Meetings_ZoomUuid", table: "Meetings", column: "ZoomUuid", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_MeetingId_Version",
                table: "Notices",
                columns: new[] { "MeetingId", "Version" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Notices_TokenHash", table: "Notices", column: "TokenHash", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Parts_RecordingId_Name",
                table: "Parts",
                columns: new[] { "RecordingId", "Name" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Parts_Sha256", table: "Parts", column: "Sha256");

            migrationBuilder.CreateIndex(name: "IX_People_Account", table: "People", column: "Account", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonLinks_Kind_ExternalId",
                table: "PersonLinks",
                columns: new[] { "Kind", "ExternalId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_PersonLinks_PersonId", table: "PersonLinks", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_Receipts_CopyId", table: "Receipts", column: "CopyId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Receipts_RecordingId", table: "Receipts", column: "RecordingId");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_CourseId_EndsAt",
                table: "Recordings",
                columns: new[] { "CourseId", "EndsAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_DeletedAt",
                table: "Recordings",
                column: "DeletedAt",
                filter: "\"DeletedAt\" IS NOT NULL AND \"RecordsEndedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_DeviceId_RootId_Folder",
                table: "Recordings",
                columns: new[] { "DeviceId", "RootId", "Folder" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Recordings_HoldRemindAt", table: "Recordings", column: "HoldRemindAt");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_LeaseUntil",
                table: "Recordings",
                column: "LeaseUntil",
                filter: "\"LeaseUntil\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Recordings_MeetingId", table: "Recordings", column: "MeetingId");

            migrationBuilder.CreateIndex(name: "IX_Recordings_NextCheckAt", table: "Recordings", column: "NextCheckAt");

            migrationBuilder.CreateIndex(name: "IX_Recordings_SourceId", table: "Recordings", column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_SourceId_CourseId",
                table: "Recordings",
                columns: new[] { "SourceId", "CourseId" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Series_EndedAt", table: "Series", column: "EndedAt");

            migrationBuilder.CreateIndex(name: "IX_Tasks_ClosedAt", table: "Tasks", column: "ClosedAt");

            migrationBuilder.CreateIndex(name: "IX_Tasks_DueAt", table: "Tasks", column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_Kind_Subject",
                table: "Tasks",
                columns: new[] { "Kind", "Subject" },
                unique: true,
                filter: "\"ClosedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Warnings_At",
                table: "Warnings",
                column: "At",
                filter: "\"AcceptedAt\" IS NULL AND \"DigestId\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Warnings_DigestId", table: "Warnings", column: "DigestId");

            migrationBuilder.CreateIndex(name: "IX_Warnings_RecordingId", table: "Warnings", column: "RecordingId");

            migrationBuilder.Sql(RecordingBot.Registry.AuditTriggers.Postgres);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Accesses");

            migrationBuilder.DropTable(name: "AgentOrders");

            migrationBuilder.DropTable(name: "Announcements");

            migrationBuilder.DropTable(name: "Attendance");

            migrationBuilder.DropTable(name: "Audit");

            migrationBuilder.DropTable(name: "AuditCheckpoints");

            migrationBuilder.DropTable(name: "AuditHead");

            migrationBuilder.DropTable(name: "AuditValues");

            migrationBuilder.DropTable(name: "Colleagues");

            migrationBuilder.DropTable(name: "Consents");

            migrationBuilder.DropTable(name: "ConversationActivities");

            migrationBuilder.DropTable(name: "Conversations");

            migrationBuilder.DropTable(name: "Copies");

            migrationBuilder.DropTable(name: "CoursePlaces");

            migrationBuilder.DropTable(name: "Courses");

            migrationBuilder.DropTable(name: "Decisions");

            migrationBuilder.DropTable(name: "DeletionOrders");

            migrationBuilder.DropTable(name: "Digests");

            migrationBuilder.DropTable(name: "Guards");

            migrationBuilder.DropTable(name: "Inbox");

            migrationBuilder.DropTable(name: "Incidents");

            migrationBuilder.DropTable(name: "Intents");

            migrationBuilder.DropTable(name: "Interviews");

            migrationBuilder.DropTable(name: "Keys");

            migrationBuilder.DropTable(name: "Meetings");

            migrationBuilder.DropTable(name: "Notices");

            migrationBuilder.DropTable(name: "PersonLinks");

            migrationBuilder.DropTable(name: "Receipts");

            migrationBuilder.DropTable(name: "Series");

            migrationBuilder.DropTable(name: "Sessions");

            migrationBuilder.DropTable(name: "Tasks");

            migrationBuilder.DropTable(name: "Terms");

            migrationBuilder.DropTable(name: "Turns");

            migrationBuilder.DropTable(name: "Warnings");

            migrationBuilder.DropTable(name: "Parts");

            migrationBuilder.DropTable(name: "People");

            migrationBuilder.DropTable(name: "Recordings");
        }
    }
}
