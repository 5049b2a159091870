namespace KillPoints.Oracle;

/// <summary>Everything that there is to see, at rest.</summary>
internal sealed record Look
{
    public required DateTimeOffset Now { get; init; }
    public required Dictionary<string, string> Disk { get; init; }
    public required List<TrueFile> Canvas { get; init; }
    public required List<(long File, bool IsPublished)> Shown { get; init; }
    public required DateTimeOffset? Closes { get; init; }
    public required int Teachers { get; init; }
    public required List<Row> Recordings { get; init; }
    public required List<Row> Copies { get; init; }
    public required List<Row> Receipts { get; init; }
    public required List<Row> Orders { get; init; }
    public required List<Row> Warnings { get; init; }
    public required List<Row> Audit { get; init; }
    public required List<Row> Tasks { get; init; }
    public required List<Row> Meetings { get; init; }
    public required List<Row> Said { get; init; }

    /// <summary>Looks.</summary>
    public static async Task<Look> TakeAsync(
        Ledger ledger,
        CanvasTruth canvas,
        string recordings,
        string course,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        new()
        {
            Now = now,
            Disk = Oracle.Disk.Read(recordings),
            Canvas = await canvas.FilesAsync(ct),
            Shown = await canvas.ShownAsync(course, ct),
            Closes = await canvas.ClosesAsync(course, ct),
            Teachers = await canvas.TeachersAsync(course, ct),
            Recordings = await ledger.ReadAsync("SELECT * FROM \"Recordings\"", ct),
            Copies = await ledger.ReadAsync(
                "SELECT c.*, p.\"RecordingId\", p.\"Sha256\" FROM \"Copies\" c JOIN \"Parts\" p ON p.\"Id\" = c.\"PartId\"",
                ct
            ),
            Receipts = await ledger.ReadAsync("SELECT * FROM \"Receipts\"", ct),
            Orders = await ledger.ReadAsync("SELECT * FROM \"DeletionOrders\"", ct),
            Warnings = await ledger.ReadAsync("SELECT * FROM \"Warnings\"", ct),
            Audit = await ledger.ReadAsync("SELECT * FROM \"Audit\" ORDER BY \"Sequence\"", ct),
            Tasks = await ledger.ReadAsync("SELECT * FROM \"Tasks\"", ct),
            Meetings = await ledger.ReadAsync("SELECT * FROM \"Meetings\"", ct),
            Said = await ledger.ReadAsync("SELECT \"ConversationId\", \"Activity\" FROM \"ConversationActivities\"", ct),
        };
}
