using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace RecordingBot.Registry;

/// <summary>
/// The transaction of a save: one of its own, or a savepoint in the one that is open. Left without a commit, the head of the audit is as it was, even
/// where the caller goes on.
/// </summary>
internal sealed class AuditTransaction : IAsyncDisposable
{
    private const string Savepoint = "audit";

    private readonly IDbContextTransaction transaction;
    private readonly bool isOwn;
    private bool isDone;

    private AuditTransaction(IDbContextTransaction transaction, bool isOwn) => (this.transaction, this.isOwn) = (transaction, isOwn);

    public static async Task<AuditTransaction> BeginAsync(DatabaseFacade database, CancellationToken ct)
    {
        if (database.CurrentTransaction is not { } open)
            return new(await database.BeginTransactionAsync(ct), isOwn: true);
        await open.CreateSavepointAsync(Savepoint, ct);
        return new(open, isOwn: false);
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        await (isOwn ? transaction.CommitAsync(ct) : transaction.ReleaseSavepointAsync(Savepoint, ct));
        isDone = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (isOwn)
            await transaction.DisposeAsync();
        else if (!isDone)
            await transaction.RollbackToSavepointAsync(Savepoint, CancellationToken.None);
    }
}
