namespace RecordingBot.Registry;

/// <summary>What the statements of leases have in common, on either database.</summary>
public sealed class LeaseSql(RegistryDatabase database, LeaseTime time)
{
    /// <summary>The moment at which a statement runs; its parameter {0} is <see cref="LeaseTime.Argument"/>.</summary>
    public string Now => time.Now(0);

    /// <summary>When a lease runs out that is taken or renewed now.</summary>
    public string Until => $"{Now} + {LeaseTime.Plus(Leases.Length)}";

    /// <summary>Until when a lease must hold for something that can't be undone.</summary>
    public string LongEnough => $"{Now} + {LeaseTime.Plus(Leases.Enough)}";

    /// <summary>Passes over what another instance is taking at this moment. SQLite has but one instance.</summary>
    public string PassOver => database.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "";

    /// <summary>A lease's column that is in nobody's hands: it has run out, or whoever holds it lives no more.</summary>
    /// <param name="until">The column that says until when.</param>
    /// <param name="owner">The column that says whose.</param>
    public string IsFree(string until, string owner) => $"({until} IS NULL OR {until} < {Now}{IsDead(owner)})";

    private string IsDead(string owner) =>
        database.IsPostgres
            ? $" OR {owner} NOT IN (SELECT substring(application_name FROM {Instance.SessionsBegin.Length + 1}) FROM pg_stat_activity WHERE application_name LIKE '{Instance.SessionsBegin}%')"
            : "";
}
