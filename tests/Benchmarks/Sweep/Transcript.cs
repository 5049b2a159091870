using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Benchmarks.Sweep;

/// <summary>Writes down every statement that the registry carries out, with its values in it, for a database's own program to carry out again.</summary>
internal sealed partial class Transcript : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly Lock gate = new();
    private StreamWriter? writer;

    /// <summary>How many statements are in the file that was written last.</summary>
    public int Count { get; private set; }

    /// <summary>Writes to a file until that is disposed of.</summary>
    public IDisposable To(string file)
    {
        (writer, Count) = (new(file), 0);
        return new End(this);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command);
        return new(result);
    }

    /// <summary>Statements of several connections stand in one file, so that a transaction would hold other recordings' statements too.</summary>
    ValueTask<InterceptionResult<DbTransaction>> IDbTransactionInterceptor.TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken
    ) =>
        writer is null
            ? new(result)
            : throw new BenchmarkException("A sweep that changes no recording's state has a transaction: it can't be written down.");

    private void Note(DbCommand command)
    {
        lock (gate)
        {
            if (writer is null)
                return;
            Count++;
            var values = command
                .Parameters.Cast<DbParameter>()
                .ToDictionary(one => one.ParameterName.TrimStart('@'), StringComparer.Ordinal);
            var text = Parameter().Replace(command.CommandText, found => Literal(values[found.Value[1..]].Value));
            writer.WriteLine(text.TrimEnd().TrimEnd(';') + ";");
        }
    }

    private static string Literal(object? value) =>
        value switch
        {
            null or DBNull => "NULL",
            bool yes => yes ? "TRUE" : "FALSE",
            int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            // As the driver writes it on SQLite; PostgreSQL reads it as well.
            Guid id => $"'{id.ToString().ToUpperInvariant()}'",
            string words => $"'{words.Replace("'", "''", StringComparison.Ordinal)}'",
            _ => throw new BenchmarkException($"A value of type {value.GetType().Name} can't be written down."),
        };

    [GeneratedRegex(@"@\w+", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    private sealed class End(Transcript transcript) : IDisposable
    {
        public void Dispose()
        {
            lock (transcript.gate)
            {
                transcript.writer!.Dispose();
                transcript.writer = null;
            }
        }
    }
}
