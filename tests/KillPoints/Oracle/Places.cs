namespace KillPoints.Oracle;

/// <summary>What lies where, in the end: one live file in Canvas or none (I5), nothing removed early (I1), nothing due forgotten (I2).</summary>
internal static class Places
{
    /// <summary>What doesn't hold of one recording.</summary>
    public static IEnumerable<string> Violations(Look look, Expected expected, Row recording)
    {
        var foreign = expected.OthersInCanvas.Select(file => file.Id).ToHashSet();
        var live = look.Canvas.Where(file => file.IsThere && !foreign.Contains(file.Id)).ToList();
        var left = expected.Files.Keys.Count(path => look.Disk.ContainsKey(path));
        return expected.Outcome is Outcome.Gone
            ? [.. Forgotten(recording, live, left)]
            : [.. Early(look, expected, recording), .. OneLive(look, expected, live)];
    }

    private static IEnumerable<string> Forgotten(Row recording, List<TrueFile> live, int left)
    {
        if (live.Count > 0)
            yield return $"I2: {live.Count} files are still in Canvas";
        if (left > 0)
            yield return $"I2: {left} files are still on the computer";
        if (recording["State"] != "Deleted")
            yield return $"I2: the recording is {recording["State"]}";
    }

    private static IEnumerable<string> Early(Look look, Expected expected, Row recording)
    {
        foreach (var (path, sha256) in expected.Files)
            if (look.Disk.GetValueOrDefault(path) != sha256)
                yield return "I1: a file of the recording is gone from the computer";
        if (recording["State"] == "Deleted")
            yield return "I1: the recording is called deleted";
    }

    private static IEnumerable<string> OneLive(Look look, Expected expected, List<TrueFile> live)
    {
        var wanted = expected.Outcome is Outcome.Shown or Outcome.Hidden ? 1 : 0;
        if (live.Count < wanted)
            yield return "I1: the recording's file is gone from Canvas";
        if (live.Count > wanted)
            yield return $"I5: {live.Count} live files of one recording";
        foreach (var file in live)
        {
            if (!expected.Files.Values.Contains(file.Sha256, StringComparer.Ordinal))
                yield return "I5: the file in Canvas is not the one on the computer";
            if (file.Locked != (expected.Outcome is Outcome.Hidden))
                yield return $"I5: the file is {(file.Locked ? "locked" : "open")}";
            if (expected.Outcome is Outcome.Shown && !(file.LockAt <= look.Closes))
                yield return "I5: the file outlives its course";
        }
        var ids = live.Select(file => file.Id).ToHashSet();
        var shown = look.Shown.Count(item => ids.Contains(item.File) && item.IsPublished);
        if (shown != (expected.Outcome is Outcome.Shown ? 1 : 0))
            yield return $"I5: the recording is shown {shown} times";
    }
}
