namespace RecordingBot.Registry;

/// <summary>Signed checkpoints in a file, a line each.</summary>
internal static class CheckpointFile
{
    /// <summary>Reads a file; every line must be a checkpoint, and genuine.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">The installation's key; null where only the one that the checkpoint carries is known.</param>
    /// <exception cref="VerbException">It can't be read, or something in it isn't genuine.</exception>
    public static IEnumerable<(AuditCheckpoint Checkpoint, string Where)> Read(string file, PublicKey? key)
    {
        var number = 0;
        foreach (var line in Lines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var where = $"{file}, line {number}";
            var checkpoint = AuditCheckpoint.Read(line) ?? throw new VerbException($"{where}: this is no checkpoint.");
            var own = PublicKey.Read(checkpoint.PublicKey) ?? throw new VerbException($"{where}: the checkpoint's public key is none.");
            if (key is not null && !key.Equals(own))
                throw new VerbException(
                    $"{where}: the checkpoint is signed with another key ({own.Fingerprint}) than the installation's ({key.Fingerprint})."
                );
            if (!checkpoint.IsSignedBy(own))
                throw new VerbException($"{where}: the checkpoint was changed: its signature is not that of its fields.");
            yield return (checkpoint, where);
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(Path.GetFullPath(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new VerbException($"{file} can't be read: {unreadable.Message}");
        }
    }
}
