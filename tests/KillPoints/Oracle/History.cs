namespace KillPoints.Oracle;

/// <summary>The audit log tells what became of everything: one entry per change (I7), and never backwards (I12).</summary>
internal static class History
{
    private static readonly Dictionary<string, string> StateAfter = new(StringComparer.Ordinal)
    {
        ["recording.registered"] = "Registered",
        ["recording.published"] = "Published",
        ["recording.unpublished"] = "Unpublished",
        ["recording.deleted"] = "Deleted",
    };

    /// <summary>What doesn't hold of what the log says.</summary>
    public static IEnumerable<string> Violations(Look look)
    {
        var bySubject = look.Audit.ToLookup(row => row["Subject"]!.ToLowerInvariant(), StringComparer.Ordinal);
        return
        [
            .. look.Recordings.SelectMany(row => Lived(row, bySubject[$"recording:{row.Id("Id")}"])),
            .. look.Recordings.SelectMany(row => Counted(look, row, bySubject[$"recording:{row.Id("Id")}"])),
            .. look.Meetings.SelectMany(row => Met(row, bySubject[$"meeting:{row.Id("Id")}"])),
            .. Asked(look, bySubject),
        ];
    }

    private static IEnumerable<string> Lived(Row recording, IEnumerable<Row> entries)
    {
        var said = entries.Select(entry => StateAfter.GetValueOrDefault(entry["Action"]!)).OfType<string>().ToList();
        if (said.Count(state => state == "Registered") > 1)
            yield return "I7: registered twice";
        if (said.Zip(said.Skip(1)).Any(pair => pair.First == pair.Second))
            yield return "I7: one change has two entries";
        if (said.IndexOf("Deleted") is >= 0 and var end && end < said.Count - 1)
            yield return "I12: something came after its end";
        var last = said.LastOrDefault() ?? "Expected";
        // Hidden on its way out: the entry of the whole says it.
        if (last != recording["State"] && !(last == "Published" && recording["State"] == "Unpublished" && Has(entries, "copy.")))
            yield return $"I7: the log says {last}, the registry {recording["State"]}";
    }

    private static IEnumerable<string> Counted(Look look, Row recording, IEnumerable<Row> entries)
    {
        var id = recording.Id("Id");
        var gone = entries.Count(entry => entry["Action"] == "copy.gone");
        if (gone != look.Receipts.Count(row => row.Id("RecordingId") == id))
            yield return $"I7: {gone} entries of copies that are gone";
        var ordered = entries.Count(entry => entry["Action"] == "recording.deletion-ordered");
        if (ordered != look.Orders.Count(row => row.Id("RecordingId") == id))
            yield return $"I7: {ordered} entries of orders";
        var held = entries.Count(entry => entry["Action"] == "hold.placed") - entries.Count(entry => entry["Action"] == "hold.lifted");
        if (held != (recording["HeldBy"] is null ? 0 : 1))
            yield return $"I7: the log knows of {held} holds";
    }

    private static IEnumerable<string> Met(Row meeting, IEnumerable<Row> entries)
    {
        foreach (
            var (column, action) in new[] { ("StartedAt", "meeting.started"), ("EndedAt", "meeting.ended"), ("Id", "meeting.registered") }
        )
            if (entries.Count(entry => entry["Action"] == action) is var count && count != (meeting[column] is null ? 0 : 1))
                yield return $"I7: {count} entries of {action}";
        var given = entries.Count(entry => entry["Action"] == "meeting.right-given");
        var open = given - entries.Count(entry => entry["Action"] == "meeting.right-taken");
        if (open != (meeting["Right"] == "given" ? 1 : 0))
            yield return $"I7: the right is {meeting["Right"]}, and the log knows of {open}";
    }

    private static IEnumerable<string> Asked(Look look, ILookup<string, Row> bySubject)
    {
        foreach (var kind in look.Tasks.GroupBy(row => (Subject: row["Subject"]!.ToLowerInvariant(), Kind: row["Kind"]!)))
        {
            var entries = bySubject[kind.Key.Subject].ToList();
            var opened = entries.Count(entry => entry["Action"] == "task.opened" && entry["After"] == kind.Key.Kind);
            var closed = entries.Count(entry => entry["Action"] == "task.closed" && entry["Before"] == kind.Key.Kind);
            if (opened != kind.Count() || closed != kind.Count(row => row["ClosedAt"] is not null))
                yield return $"I7: {opened} openings and {closed} closings of {kind.Count()} tasks {kind.Key.Kind}";
        }
    }

    private static bool Has(IEnumerable<Row> entries, string prefix) =>
        entries.Any(entry => entry["Action"]!.StartsWith(prefix, StringComparison.Ordinal));
}
