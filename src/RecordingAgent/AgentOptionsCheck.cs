namespace RecordingAgent;

/// <summary>Tells what is wrong with settings, all at once.</summary>
internal static class AgentOptionsCheck
{
    public static AgentOptions Checked(AgentOptions options)
    {
        List<string> wrong = [];
        Require(options.Folders.All(Path.IsPathFullyQualified), "Folders must be absolute paths");
        Require(options.Folders.Distinct(StringComparer.Ordinal).Count() == options.Folders.Count, "Folders must differ");
        Require(Path.IsPathFullyQualified(options.StateFolder), "StateFolder must be an absolute path");
        Require(!options.Folders.Any(folder => IsInside(options.StateFolder, folder)), "StateFolder must lie outside Folders");
        Require(options.DeviceId.Length is >= 1 and <= 100, "DeviceId must have 1 to 100 characters");
        Require(options.Settle >= TimeSpan.Zero && options.Settle <= TimeSpan.FromHours(1), "Settle must lie between 0 and an hour");
        Require(options.UnfinishedAfter >= options.Settle, "UnfinishedAfter must not be shorter than Settle");
        Require(options.RetryAfter > TimeSpan.Zero, "RetryAfter must be positive");
        Require(options.UploadStall > TimeSpan.Zero, "UploadStall must be positive");
        Require(options.WaveformProgram is not "", "WaveformProgram must be a program's name, or null for none");
        Require(options.WaveformPatience > TimeSpan.Zero, "WaveformPatience must be positive");
        return wrong.Count == 0 ? options : throw new ArgumentException($"Agent: {string.Join("; ", wrong)}.", nameof(options));

        void Require(bool holds, string otherwise)
        {
            if (!holds)
                wrong.Add(otherwise);
        }
    }

    private static bool IsInside(string path, string folder) =>
        (Path.TrimEndingDirectorySeparator(path) + Path.DirectorySeparatorChar).StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
