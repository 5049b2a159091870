using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>One recording: what one meeting instance left in one session folder. The whole way hangs on this row.</summary>
public sealed class RecordingRow
{
    public Guid Id { get; init; }
    public Guid? MeetingId { get; set; }
    public Guid? DecisionId { get; set; }
    public string? CourseId { get; set; }

    /// <summary>The recording whose video this one shows in a further course; null for one with files of its own.</summary>
    public Guid? SourceId { get; init; }

    public required string Topic { get; set; }

    /// <summary>Who recorded, and answers for it.</summary>
    public Guid? RecorderId { get; set; }

    public RecordingState State { get; set; }

    /// <summary>It belongs to no decision.</summary>
    public bool Unexplained { get; set; }

    /// <summary>Since when it has been in the inventory: there before governance began, and not taken in. Null for what is governed.</summary>
    public DateTimeOffset? InventoriedAt { get; set; }

    /// <summary>When it was taken from the inventory into governance: every time limit counts from then. Null for what never was in it.</summary>
    public DateTimeOffset? TakenInAt { get; set; }

    /// <summary>A consent was withdrawn.</summary>
    public bool Restricted { get; set; }

    /// <summary>SHA-256 of the video when the consent was withdrawn; null where there was none yet.</summary>
    public string? RestrictedSha256 { get; set; }

    /// <summary>The file was written anew on the recorder's computer since it came into Canvas: what is there has to go.</summary>
    public bool CanvasOutdated { get; set; }

    /// <summary>Privacy-sensitive under a pack that limits access to such (<c>storage.access-limited</c>): only the recorder and named colleagues open it.</summary>
    public bool Limited { get; set; }

    /// <summary>The agent's root and folder that it was seen in.</summary>
    public string? DeviceId { get; set; }
    public string? RootId { get; set; }
    public string? Folder { get; set; }

    /// <summary>The instance whose recording in Zoom's cloud it is; null for one on a computer.</summary>
    public string? CloudUuid { get; set; }

    public DateTimeOffset? RecordedAt { get; set; }

    /// <summary>When its recorder said that nothing was recorded; null where nobody has.</summary>
    public DateTimeOffset? NothingRecordedAt { get; set; }

    /// <summary>Zoom finished it: fit to be published. One that was broken off is kept and dealt with all the same.</summary>
    public bool Complete { get; set; }

    // Publication
    public bool PublicationWanted { get; set; }

    /// <summary>What publishing, or taking back, waits for; null while it waits for nothing.</summary>
    public PublicationWait? PublicationWait { get; set; }

    /// <summary>Until when it waits: everything else goes on meanwhile.</summary>
    public DateTimeOffset? PublicationWaitsUntil { get; set; }

    public string? CanvasFolderId { get; set; }
    public string? CanvasFileId { get; set; }
    public string? CanvasModuleId { get; set; }
    public string? CanvasModuleItemId { get; set; }
    public DateTimeOffset? LockAt { get; set; }
    public bool Visible { get; set; }

    // Expiry
    public DateTimeOffset? EndsAt { get; set; }
    public EndReason EndReason { get; set; }
    public DateTimeOffset? ExtendedUntil { get; set; }
    public string? ExtensionReason { get; set; }
    public DateTimeOffset? DateAskedAt { get; set; }

    // Hold
    public Guid? HeldBy { get; set; }

    /// <summary>What it is for, one of <see cref="HoldKind"/>; null where nobody said.</summary>
    public string? HoldKind { get; set; }
    public string? HoldReason { get; set; }
    public DateOnly? HoldReviewOn { get; set; }

    /// <summary>When its owner is asked (again) whether it is still needed; on the row with the files, for all that show them.</summary>
    public DateTimeOffset? HoldRemindAt { get; set; }

    // Deletion
    public DateTimeOffset? DeletionAskedAt { get; set; }
    public Guid? DeletionAskedBy { get; set; }
    public DateTimeOffset? HandOverAskedAt { get; set; }
    public DateTimeOffset? HandedOverAt { get; set; }
    public DateTimeOffset? OrderedFor { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>When the personal data that the product had of it ended (<c>retention.own-records</c>); null before.</summary>
    public DateTimeOffset? RecordsEndedAt { get; set; }

    // What the reconciler knows: the due date is indexed, so that a sweep costs what is due and not what is kept.
    public DateTimeOffset NextCheckAt { get; set; }

    /// <summary>Raised by everyone who wants a fresh look: a look that began before it does not put it off.</summary>
    public int Wakes { get; set; }

    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Fencing number of the latest claim; the concurrency token of the row.</summary>
    public long Fence { get; set; }

    public Step NextStep { get; set; }
    public DateTimeOffset? NextStepAt { get; set; }
    public DueReason NextStepReason { get; set; }

    /// <summary><c>CourseRow.Moves</c> at the latest look.</summary>
    public int CourseMoves { get; set; }

    public int Attempts { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Takes it from the inventory into governance; what is governed stays as it is.</summary>
    public void TakeIn(DateTimeOffset now)
    {
        if (InventoriedAt is not null)
            (InventoriedAt, TakenInAt) = (null, now);
    }

    /// <summary>The part that is published: the largest video of a recording that Zoom finished.</summary>
    public PartRow? MainVideo() =>
        Parts
            .Where(part => Complete && part.Kind == "video")
            .OrderByDescending(part => part.Size)
            .ThenBy(part => part.Name, StringComparer.Ordinal)
            .FirstOrDefault();

    public List<PartRow> Parts { get; init; } = [];
    public List<WarningRow> Warnings { get; init; } = [];
    public List<ReceiptRow> Receipts { get; init; } = [];
}
