using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RecordingBot.Registry;

/// <summary>
/// PostgreSQL refuses a text with a NUL or half a surrogate pair in it, which SQLite takes. A meeting's topic or a file's name may hold one: what
/// can't be stored becomes the replacement character, so that a stranger's odd name stops nothing.
/// </summary>
internal sealed class StorableText : DbCommandInterceptor
{
    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Cleaned(command, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => new(Cleaned(command, result));

    /// <inheritdoc />
    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Cleaned(command, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(Cleaned(command, result));

    private static TResult Cleaned<TResult>(DbCommand command, TResult result)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text)
                parameter.Value = Of(text);
        }
        return result;
    }

    private static bool CanBeStored(string text) => !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.Contains('\0');

    /// <summary>A text as either database keeps it: what is hashed has to be what is stored.</summary>
    public static string Of(string text) =>
        // Encoding replaces what is half a pair, and keeps whole ones.
        CanBeStored(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\ufffd');
}
