using System.Data.Common;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using RecordingBot.Hosting;

namespace RecordingBot.Registry;

/// <summary>
/// Where the registry lies: a SQLite file for one process on one machine, or PostgreSQL for several. The connection string's form tells which: one
/// with <c>Host</c> is PostgreSQL's.
/// </summary>
public sealed class RegistryDatabase
{
    /// <summary>A process that stops in the middle of a transaction holds the others up no longer than this.</summary>
    private const string EndOfIdleTransactions = "-c idle_in_transaction_session_timeout=10000";

    /// <summary>The migrations know the registry, which knows nothing of them: they are found by their file beside the program.</summary>
    private static readonly Lazy<Assembly> OfSqlite = new(() => Beside("Migrations.Sqlite.dll"));

    private static readonly Lazy<Assembly> OfPostgres = new(() => Beside("Migrations.Postgres.dll"));

    private static readonly PatientConnections Patience = new();
    private static readonly OneWriterAtATime Order = new();
    private static readonly StorableText Storable = new();

    /// <summary>Reads what is configured.</summary>
    /// <param name="connectionString">As configured.</param>
    /// <param name="fullPath">Makes a SQLite file's path absolute.</param>
    public RegistryDatabase(string connectionString, Func<string, string> fullPath)
    {
        IsPostgres = IsOfPostgres(connectionString);
        ConnectionString = IsPostgres ? Postgres(connectionString) : Sqlite(connectionString, fullPath);
    }

    /// <summary>The one that is configured.</summary>
    public static RegistryDatabase Of(IConfiguration settings, DataFolder data)
    {
        var options = settings.GetSection("Registry").Get<RegistryOptions>() ?? new RegistryOptions();
        return new(options.ConnectionString, data.In);
    }

    /// <summary>Whether it is PostgreSQL, with several processes on it; else it is SQLite, with one.</summary>
    public bool IsPostgres { get; }

    /// <summary>The connection string with everything that the program wants of it.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether a connection string is PostgreSQL's.</summary>
    public static bool IsOfPostgres(string connectionString) => Has(connectionString, "Host");

    /// <summary>Lets a registry use it.</summary>
    public void Use(DbContextOptionsBuilder options)
    {
        // Whether model and migrations agree, a test tells: a start needn't work it out again from the whole of both.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (IsPostgres)
            options
                .UseNpgsql(
                    ConnectionString,
                    postgres => postgres.MigrationsAssembly(OfPostgres.Value).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                )
                .AddInterceptors(Order, Storable);
        else
            options
                .UseSqlite(
                    ConnectionString,
                    sqlite => sqlite.MigrationsAssembly(OfSqlite.Value).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                )
                .AddInterceptors(Patience);
    }

    /// <summary>An open connection to what is there, without the model, which takes a second to make; null where nothing is there.</summary>
    public async Task<DbConnection?> TryOpenAsync(CancellationToken ct)
    {
        DbConnection connection = IsPostgres
            ? new NpgsqlConnection(ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString());
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (Exception missing) when (missing is DbException or SocketException)
        {
            await connection.DisposeAsync();
            return null;
        }
        if (!IsPostgres)
            PatientConnections.LetWait(connection);
        return connection;
    }

    private static string Sqlite(string text, Func<string, string> fullPath)
    {
        var connection = new SqliteConnectionStringBuilder(text);
        if (connection.DataSource is { Length: > 0 } file && file != ":memory:")
            connection.DataSource = fullPath(file);
        return connection.ToString();
    }

    /// <summary>A dead peer is noticed, an answer that never comes is given up; what the operator has set stands.</summary>
    private static string Postgres(string text)
    {
        var connection = new NpgsqlConnectionStringBuilder(text);
        if (!Has(text, "Keepalive"))
            connection.KeepAlive = 15;
        if (!Has(text, "Command Timeout"))
            connection.CommandTimeout = 15;
        if (!Has(text, "Maximum Pool Size"))
            connection.MaxPoolSize = 30;
        if (!Has(text, "Application Name"))
            connection.ApplicationName = "RecordingBot";
        if (!Has(text, "Options"))
            connection.Options = EndOfIdleTransactions;
        return connection.ToString();
    }

    private static bool Has(string text, string key)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.ContainsKey(key);
        }
        catch (ArgumentException)
        {
            throw new StartException("Registry:ConnectionString can't be read.");
        }
    }

    private static Assembly Beside(string file) =>
        AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, file));
}
