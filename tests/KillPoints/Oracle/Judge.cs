namespace KillPoints.Oracle;

/// <summary>
/// Says which of the invariants of security.md 1 don't hold. It reads Canvas's own truth, the disk and the database by itself and shares no code with the
/// product: a mistake there isn't repeated here.
/// </summary>
internal static class Judge
{
    /// <summary>Each violation with the invariant's number; none where all is well.</summary>
    public static List<string> Violations(Look look, Expected expected)
    {
        var own = look.Recordings.Where(row => row["Folder"] == expected.Folder && row["SourceId"] is null).ToList();
        if (own.Count != (expected.Outcome is Outcome.None ? 0 : 1))
            return [$"I4: {own.Count} recordings of one folder", .. Everywhere(look, expected)];
        return own is [var recording]
            ?
            [
                .. Everywhere(look, expected),
                .. Places.Violations(look, expected, recording),
                .. Endings.Violations(look, expected, recording),
            ]
            : [.. Everywhere(look, expected)];
    }

    private static IEnumerable<string> Everywhere(Look look, Expected expected) =>
        [.. Foreign(look, expected), .. Rows(look), .. History.Violations(look), .. Words(look)];

    /// <summary>I5: no file that isn't ours is touched.</summary>
    private static IEnumerable<string> Foreign(Look look, Expected expected)
    {
        foreach (var (path, sha256) in expected.OthersOnDisk)
            if (look.Disk.GetValueOrDefault(path) != sha256)
                yield return "I5: somebody else's file on the computer is not as it was";
        foreach (var file in expected.OthersInCanvas)
            if (!look.Canvas.Contains(file))
                yield return $"I5: somebody else's file {file.Id} in Canvas is not as it was";
    }

    /// <summary>I4: one thing, one row. I15: nothing is left half done.</summary>
    private static IEnumerable<string> Rows(Look look)
    {
        foreach (var twice in look.Meetings.GroupBy(row => row["ZoomUuid"], StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return $"I4: {twice.Count()} meetings of one instance";
        foreach (var twice in look.Copies.GroupBy(row => (row["PartId"], row["Place"], row["Locator"])).Where(group => group.Count() > 1))
            yield return $"I4: {twice.Count()} rows of one copy";
        foreach (var row in look.Recordings.Where(row => row["LeaseUntil"] is not null))
            yield return $"I15: recording {row["Id"]} is claimed by nobody who works on it";
        foreach (var row in look.Recordings.Where(row => row.At("NextCheckAt") <= look.Now))
            yield return $"I15: recording {row["Id"]} is due and waits";
        foreach (var row in look.Tasks.Where(row => row["Kind"] == "step-fails" && row["ClosedAt"] is null))
            yield return "I15: a step fails";
    }

    /// <summary>Nobody is warned of the same twice.</summary>
    private static IEnumerable<string> Words(Look look)
    {
        foreach (
            var twice in look
                .Warnings.GroupBy(row => (row["RecordingId"], row["EndsAt"], row["BeforeSeconds"], row["PersonId"], row["CanvasUserId"]))
                .Where(group => group.Count() > 1)
        )
            yield return $"I4: {twice.Count()} warnings of one moment for one person";
    }
}
