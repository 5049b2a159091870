using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using RecordingBot.Channels.TeamChat;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using SQLitePCL;

namespace RecordingBot.Meetings;

/// <summary>
/// Makes deliveries durable, many at once: one writer takes whatever waits into its next transaction, so that a burst costs one synced write for each group
/// (design.md 6). This file is written for speed: a thread, a connection and a statement of its own, and no Entity Framework.
/// </summary>
public sealed partial class InboxWriter(RegistryDatabase database, Doorbell doorbell, ILogger<InboxWriter> logger)
    : IHostedService,
        IDisposable
{
    /// <summary>So many at most are written together (security.md 2).</summary>
    public const int LargestGroup = 64;

    /// <summary>So many at most wait for that; whoever comes then shall come again (security.md 2).</summary>
    public const int LongestQueue = 256;

    /// <summary>From here on a group says that there is a crowd at the door.</summary>
    private const int Crowd = 8;

    /// <summary>How long the database may take, in seconds.</summary>
    private const int DatabasePatience = 2;

    /// <summary>Zoom takes what is not answered within three seconds for lost, and sends it again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly BlockingCollection<WaitingDelivery> waiting = new(LongestQueue);
    private readonly CancellationTokenSource end = new();
    private Thread? thread;
    private DbCommand? insert;
    private long crowdedAt;

    /// <summary>Stores a delivery, unless it has been stored before.</summary>
    /// <param name="digest">SHA-256 of the body, hex.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="receivedAt">When it came.</param>
    /// <param name="stale">Rightly signed, but late.</param>
    /// <param name="isChat">Came through the chatbot's door.</param>
    /// <returns>True once it is durable; false where that can't be said: then it has to be sent again.</returns>
    public async Task<bool> StoreAsync(string digest, byte[] body, DateTimeOffset receivedAt, bool stale, bool isChat)
    {
        var delivery = new WaitingDelivery(digest, body, receivedAt.UtcTicks / TimeSpan.TicksPerMicrosecond, stale, isChat);
        if (!waiting.TryAdd(delivery))
        {
            LogFull(LongestQueue);
            return false;
        }
        try
        {
            return await delivery.Stored.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return false; // perhaps it is stored yet: sent again, it is the same
        }
    }

    /// <summary>Waits, a second at most, while there is a crowd at the door: whoever waits there has three, and work on what is stored has time.</summary>
    public async Task LetInAsync(CancellationToken ct)
    {
        for (
            var look = 0;
            look < 20 && TimeProvider.System.GetElapsedTime(Volatile.Read(ref crowdedAt)) < TimeSpan.FromMilliseconds(100);
            look++
        )
            await Task.Delay(50, ct);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        thread = new Thread(Run) { IsBackground = true, Name = "inbox" };
        thread.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        end.Cancel();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (!end.IsCancellationRequested)
            end.Cancel();
        thread?.Join();
        Close();
        end.Dispose();
        waiting.Dispose();
    }

    private void Run()
    {
        List<WaitingDelivery> group = [];
        try
        {
            while (true)
            {
                group.Clear();
                group.Add(waiting.Take(end.Token));
                while (group.Count < LargestGroup && waiting.TryTake(out var next))
                    group.Add(next);
                if (group.Count >= Crowd)
                    Volatile.Write(ref crowdedAt, TimeProvider.System.GetTimestamp());
                var stored = TryStore(group);
                group.ForEach(delivery => delivery.Tell(stored));
                if (stored && group.Exists(delivery => !delivery.IsChat))
                    _ = doorbell.RingAsync<ZoomInbox>(CancellationToken.None);
                if (stored && group.Exists(delivery => delivery.IsChat))
                    _ = doorbell.RingAsync<TeamChatInbox>(CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops: nobody waits any more.
        }
    }

    private bool TryStore(List<WaitingDelivery> group)
    {
        while (true)
        {
            // A server that went away and came back has ended the connection: that alone is no reason to refuse anybody.
            var mayBeStale = database.IsPostgres && insert is not null;
            try
            {
                Store(group);
                return true;
            }
            catch (Exception fault)
            {
                Close();
                if (mayBeStale)
                    continue;
                LogNotStored(group.Count, fault.GetType().Name, fault);
                return false;
            }
        }
    }

    private void Store(List<WaitingDelivery> group)
    {
        insert ??= database.IsPostgres ? OpenPostgres() : OpenSqlite();
        if (insert is NpgsqlCommand all)
        {
            // One statement is one transaction.
            all.Parameters[0].Value = group.ConvertAll(delivery => delivery.Digest);
            all.Parameters[1].Value = group.ConvertAll(delivery => delivery.ReceivedAt);
            all.Parameters[2].Value = group.ConvertAll(delivery => delivery.Stale);
            all.Parameters[3].Value = group.ConvertAll(delivery => delivery.IsChat);
            all.Parameters[4].Value = group.ConvertAll(delivery => delivery.Body);
            all.ExecuteNonQuery();
            return;
        }
        var each = (SqliteCommand)insert;
        using var transaction = each.Connection!.BeginTransaction(deferred: false);
        each.Transaction = transaction;
        foreach (var delivery in group)
        {
            each.Parameters[0].Value = delivery.Digest;
            each.Parameters[1].Value = delivery.ReceivedAt;
            each.Parameters[2].Value = delivery.Stale;
            each.Parameters[3].Value = delivery.IsChat;
            each.Parameters[4].Value = delivery.Body;
            each.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private SqliteCommand OpenSqlite()
    {
        var settings = new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false, DefaultTimeout = DatabasePatience };
        var connection = new SqliteConnection(settings.ToString());
        var command = connection.CreateCommand();
        try
        {
            connection.Open();
            // Waits in steps of milliseconds, as all others of ours do (PatientConnections); and what is committed is on disk.
            raw.sqlite3_busy_timeout(connection.Handle, DatabasePatience * 1000);
            command.CommandText = "PRAGMA synchronous = FULL";
            command.ExecuteNonQuery();
            command.CommandText = """
                INSERT INTO "Inbox" ("Digest", "ReceivedAt", "Stale", "IsChat", "Body", "Attempts", "NextAttemptAt") VALUES ($digest, $at, $stale, $chat, $body, 0, $at)
                ON CONFLICT ("Digest") DO NOTHING
                """;
            command.Parameters.Add("$digest", SqliteType.Text);
            command.Parameters.Add("$at", SqliteType.Integer);
            command.Parameters.Add("$stale", SqliteType.Integer);
            command.Parameters.Add("$chat", SqliteType.Integer);
            command.Parameters.Add("$body", SqliteType.Blob);
            return command;
        }
        catch
        {
            Close(command);
            throw;
        }
    }

    private NpgsqlCommand OpenPostgres()
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, CommandTimeout = DatabasePatience };
        var connection = new NpgsqlConnection(settings.ToString());
        var command = connection.CreateCommand();
        try
        {
            connection.Open();
            command.CommandText = """
                INSERT INTO "Inbox" ("Digest", "ReceivedAt", "Stale", "IsChat", "Body", "Attempts", "NextAttemptAt")
                SELECT digest, at, stale, chat, body, 0, at FROM unnest(@digest, @at, @stale, @chat, @body) AS delivery (digest, at, stale, chat, body)
                ON CONFLICT ("Digest") DO NOTHING
                """;
            command.Parameters.Add("digest", NpgsqlDbType.Array | NpgsqlDbType.Text);
            command.Parameters.Add("at", NpgsqlDbType.Array | NpgsqlDbType.Bigint);
            command.Parameters.Add("stale", NpgsqlDbType.Array | NpgsqlDbType.Boolean);
            command.Parameters.Add("chat", NpgsqlDbType.Array | NpgsqlDbType.Boolean);
            command.Parameters.Add("body", NpgsqlDbType.Array | NpgsqlDbType.Bytea);
            return command;
        }
        catch
        {
            Close(command);
            throw;
        }
    }

    private void Close()
    {
        if (insert is not null)
            Close(insert);
        insert = null;
    }

    private static void Close(DbCommand command)
    {
        var connection = command.Connection;
        command.Dispose();
        connection?.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "meeting: {Count} webhooks could not be stored ({Fault}); Zoom sends them again")]
    private partial void LogNotStored(int count, string fault, Exception exception);

    [LoggerMessage(LogLevel.Warning, "meeting: {Count} webhooks wait to be stored; one more was refused, and Zoom sends it again")]
    private partial void LogFull(int count);
}
