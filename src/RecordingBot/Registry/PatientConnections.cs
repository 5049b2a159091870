using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace RecordingBot.Registry;

/// <summary>
/// Lets SQLite wait for its write lock by itself, in steps of a few milliseconds. Else the driver asks again only every 150 milliseconds: with a
/// dozen people in the chat that is most of what they wait for.
/// </summary>
internal sealed class PatientConnections : DbConnectionInterceptor
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => LetWait(connection);

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        LetWait(connection);
        return Task.CompletedTask;
    }

    /// <summary>Lets one wait that was opened outside the registry's model.</summary>
    public static void LetWait(DbConnection connection) =>
        raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, (int)Longest.TotalMilliseconds);
}
