using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RecordingBot.Registry;

/// <summary>
/// Lets PostgreSQL's transactions come one after the other, as SQLite's do: what was read in one is still so when it writes, and no two wait for
/// each other. Statements of their own (claims, wakes) and reading go on beside.
/// </summary>
internal sealed class OneWriterAtATime : DbTransactionInterceptor
{
    /// <summary>The lock's number; PostgreSQL keeps it for as long as the transaction lasts.</summary>
    private const string Wait = "SELECT pg_advisory_xact_lock(7235431)";

    /// <inheritdoc />
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var wait = Command(connection, result);
        wait.ExecuteNonQuery();
        return result;
    }

    /// <inheritdoc />
    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        await using var wait = Command(connection, result);
        await wait.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction)
    {
        var wait = connection.CreateCommand();
        (wait.CommandText, wait.Transaction) = (Wait, transaction);
        return wait;
    }
}
