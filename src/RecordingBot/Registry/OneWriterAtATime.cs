using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RecordingBot.Registry;

/// <summary>
/// Lets PostgreSQL's transactions come one after the other, as SQLite's do: what was read in one is still so when it writes, and no two wait for
/// each other. Statements of their own (claims, wakes) and reading go on beside. What is written in a turn's name needs that turn to stand: nobody takes
/// it over before the transaction ends.
/// </summary>
internal sealed class OneWriterAtATime : DbTransactionInterceptor, ISaveChangesInterceptor
{
    /// <summary>The lock's number; PostgreSQL keeps it for as long as the transaction lasts.</summary>
    private const string Wait = "SELECT pg_advisory_xact_lock(7235431)";

    /// <summary>Holds the turn, while the transaction lasts, against whoever would take it over.</summary>
    private const string Stand = """SELECT 1 FROM "Turns" WHERE "Work" = @work AND "Fence" = @fence FOR SHARE""";

    /// <inheritdoc />
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var wait = Command(connection, result, Wait);
        wait.ExecuteNonQuery();
        if (Turn.Current is not { } turn)
            return result;
        using var stand = Command(connection, result, Stand, turn);
        return stand.ExecuteScalar() is null ? throw new ClaimLostException() : result;
    }

    /// <inheritdoc />
    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        await using var wait = Command(connection, result, Wait);
        await wait.ExecuteNonQueryAsync(cancellationToken);
        if (Turn.Current is not { } turn)
            return result;
        await using var stand = Command(connection, result, Stand, turn);
        return await stand.ExecuteScalarAsync(cancellationToken) is null ? throw new ClaimLostException() : result;
    }

    /// <summary>In a turn's name a single statement has a transaction too.</summary>
    ValueTask<InterceptionResult<int>> ISaveChangesInterceptor.SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken
    )
    {
        if (Turn.Current is not null)
            eventData.Context!.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        return new(result);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string text, Turn? turn = null)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        if (turn is not null)
        {
            Add(command, "work", turn.Work);
            Add(command, "fence", turn.Fence);
        }
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
