using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>
/// Makes the audit's checkpoints: a signed line in the day's file and in the log. The file is only added to. Where several machines make the same one,
/// each has it in its own folder. What is new is verified before it is signed, and everything once a day: a log that was changed is not signed, and the
/// data protection officer is told.
/// </summary>
public sealed partial class AuditCheckpoints(
    IServiceScopeFactory scopes,
    KeyRing keys,
    DataFolder data,
    IOptions<AuditOptions> options,
    IOptions<SiteOptions> site,
    TimeProvider clock,
    ILogger<AuditCheckpoints> logger
) : IDueWork, IDisposable
{
    /// <summary>The public key beside the checkpoints: verbs check with it what this installation signed.</summary>
    public const string KeyFile = "key.pem";

    /// <summary>How long a log that was found broken is left before it is looked at again.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    /// <summary>What the task about a broken log is about.</summary>
    private const string Log = "log:audit";

    private readonly SemaphoreSlim gate = new(1);
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    private string Folder => data.In(options.Value.Folder);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await DueAtAsync(scope.ServiceProvider.GetRequiredService<RegistryContext>(), ct);
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
            if (await DueAtAsync(registry, ct) <= clock.GetUtcNow())
            {
                if (await IsWholeAsync(registry, scope.ServiceProvider.GetRequiredService<Registrar>(), ct))
                    await MakeAsync(registry, ct);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>When the next one is due; null while nothing was written since the last.</summary>
    private async Task<DateTimeOffset?> DueAtAsync(RegistryContext registry, CancellationToken ct)
    {
        var head = await registry.AuditHead.AsNoTracking().SingleAsync(ct);
        var last = await registry.AuditCheckpoints.MaxAsync(row => (long?)row.Size, ct) ?? 0;
        if (head.Sequence == last)
            return null;
        // An end that was cut off is looked at at once: it is found to be less than was signed.
        if (head.Sequence < last || head.Sequence - last >= options.Value.CheckpointEntries)
            return Later(DateTimeOffset.MinValue);
        var first = await registry
            .Audit.Where(row => row.Sequence > last)
            .OrderBy(row => row.Sequence)
            .Select(row => (DateTimeOffset?)row.At)
            .FirstOrDefaultAsync(ct);
        return Later(first + options.Value.CheckpointAfter ?? DateTimeOffset.MinValue);
    }

    private DateTimeOffset Later(DateTimeOffset due) => due < notBefore ? notBefore : due;

    private async Task<bool> IsWholeAsync(RegistryContext registry, Registrar registrar, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var last = await registry.AuditCheckpoints.AsNoTracking().OrderByDescending(row => row.Size).FirstOrDefaultAsync(ct);
        var from = last is null || last.At.UtcDateTime.Date != now.UtcDateTime.Date ? 1 : last.Size;
        (AuditCheckpoint, string)[] signed =
            last is null || AuditCheckpoint.Read(last.Line) is not { } line ? [] : [(line, "the registry")];
        await registry.Database.OpenConnectionAsync(ct);
        var verdict = AuditVerifier.Verify(registry.Database.GetDbConnection(), signed, from, ct);
        await registry.Database.CloseConnectionAsync();
        if (verdict.Words is null)
            await registrar.CloseTaskAsync(TaskKind.AuditBroken, Log, "whole", "bot", ct);
        else
        {
            LogBroken(verdict.Words);
            notBefore = now + LookAgain;
            await registrar.OpenTaskAsync(TaskKind.AuditBroken, Log, Role.Dpo, null, "", ct);
        }
        await registry.SaveChangesAsync(ct);
        return verdict.Words is null;
    }

    /// <summary>The file first: a crash in between leaves a line twice, never none.</summary>
    private async Task MakeAsync(RegistryContext registry, CancellationToken ct)
    {
        var (head, now) = (await registry.AuditHead.AsNoTracking().SingleAsync(ct), clock.GetUtcNow());
        using var key = keys.OpenSigningKey();
        var checkpoint = AuditCheckpoint.Of(site.Value.PublicUrl.ToString(), head, now, key);
        Directory.CreateDirectory(Folder);
        await PublishKeyAsync(PublicKey.Of(key), ct);
        await using (var file = new StreamWriter(Path.Combine(Folder, $"{now:yyyy-MM-dd}.jsonl"), append: true))
        {
            await file.WriteLineAsync(checkpoint.ToLine().AsMemory(), ct);
            await file.FlushAsync(ct);
            ((FileStream)file.BaseStream).Flush(flushToDisk: true);
        }
        LogCheckpoint(checkpoint.Size, checkpoint.Hash, checkpoint.Signature);
        if (!await registry.AuditCheckpoints.AnyAsync(row => row.Size == checkpoint.Size, ct))
            registry.AuditCheckpoints.Add(
                new()
                {
                    Size = checkpoint.Size,
                    At = now,
                    Line = checkpoint.ToLine(),
                }
            );
        await registry.SaveChangesAsync(ct);
    }

    private async Task PublishKeyAsync(PublicKey key, CancellationToken ct)
    {
        var file = Path.Combine(Folder, KeyFile);
        if (!File.Exists(file))
            await File.WriteAllTextAsync(file, key.Pem, ct);
    }

    [LoggerMessage(LogLevel.Critical, "audit: the log is not as it was written: {Words}")]
    private partial void LogBroken(string words);

    [LoggerMessage(LogLevel.Information, "audit: checkpoint of {Size} entries, head {Hash}, signature {Signature}")]
    private partial void LogCheckpoint(long size, string hash, string signature);
}
