using System.Globalization;
using RecordingBot.Hosting.Campus;

namespace RecordingBot.Registry;

/// <summary>
/// Time as leases count it: the database's, which is one for all instances; on SQLite that is this machine's. Where the clock can be moved (Campus), it
/// is moved as far.
/// </summary>
public sealed class LeaseTime(RegistryDatabase database, TimeProvider clock)
{
    private static readonly UtcMicroseconds Instants = new();

    /// <summary>How much an instant that a statement works with grows in a second.</summary>
    private const long Second = 1_000_000;

    /// <summary>The moment at which a statement runs, as SQL; <see cref="Argument"/> is its parameter.</summary>
    /// <param name="parameter">The parameter's number in the statement.</param>
    public string Now(int parameter)
    {
        var argument = $"{{{parameter.ToString(CultureInfo.InvariantCulture)}}}";
        return database.IsPostgres ? $"((EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint + {argument})" : argument;
    }

    /// <summary>The value of that parameter.</summary>
    public long Argument => database.IsPostgres ? Stored(DateTimeOffset.UnixEpoch + Moved) : Stored(clock.GetUtcNow());

    /// <summary>A time as SQL, to add to a moment.</summary>
    public static string Plus(TimeSpan time) => ((long)time.TotalSeconds * Second).ToString(CultureInfo.InvariantCulture);

    /// <summary>An instant as the columns hold it.</summary>
    public static long Stored(DateTimeOffset instant) => (long)Instants.ConvertToProvider(instant)!;

    private TimeSpan Moved => clock is MovableClock moved ? moved.Offset : TimeSpan.Zero;
}
