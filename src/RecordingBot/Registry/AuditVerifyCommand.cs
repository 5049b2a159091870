using System.CommandLine;
using System.Data.Common;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary><c>audit verify [--checkpoint FILE...] [--from N]</c>: whether the audit is as it was written. Changes nothing.</summary>
public static class AuditVerifyCommand
{
    public static Command Create()
    {
        var checkpoints = new Option<string[]>("--checkpoint")
        {
            Description = "Files with signed checkpoints; every one of them must be a part of the log.",
            AllowMultipleArgumentsPerToken = true,
        };
        var from = new Option<long>("--from") { Description = "The first entry to look at.", DefaultValueFactory = _ => 1 };
        from.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<long>() < 1)
                value.AddError("--from: takes an entry's number, 1 or more.");
        });
        var (key, data) = (KeyOption.Create(), RegistryVerb.Data());
        var command = new Command(
            "verify",
            "Tells whether the audit log is as it was written: 0 whole, 2 broken, 3 shorter than a checkpoint."
        )
        {
            checkpoints,
            from,
            key,
            data,
        };
        command.SetAction(
            (parsed, ct) =>
            {
                var (console, files) = (parsed.InvocationConfiguration, parsed.GetValue(checkpoints) ?? []);
                return RegistryVerb.RunAsync(
                    parsed.GetValue(data),
                    console,
                    (registry, folder) => VerifyAsync(registry, folder, files, parsed.GetValue(key), parsed.GetValue(from), console, ct),
                    ct
                );
            }
        );
        return command;
    }

    private static async Task<int> VerifyAsync(
        DbConnection registry,
        DataFolder data,
        string[] files,
        string? keyFile,
        long from,
        InvocationConfiguration console,
        CancellationToken ct
    )
    {
        List<(AuditCheckpoint, string)> checkpoints = [];
        try
        {
            var key = KeyOption.Read(keyFile, data);
            if (key is null && files.Length > 0)
                await console.Error.WriteLineAsync(
                    "The checkpoints are checked by the keys that they name themselves: give the installation's with --key to know that they are its own."
                );
            foreach (var file in files)
                checkpoints.AddRange(CheckpointFile.Read(file, key));
        }
        catch (VerbException wrong)
        {
            await console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
        var verdict = AuditVerifier.Verify(registry, checkpoints, from, ct);
        await (
            verdict.Words is { } wrongs
                ? console.Error.WriteLineAsync(wrongs)
                : console.Output.WriteLineAsync($"The audit is whole: {verdict.Entries} entries, {checkpoints.Count} checkpoints.")
        );
        return verdict.Status;
    }
}
