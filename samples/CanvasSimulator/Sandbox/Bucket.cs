namespace CanvasSimulator.Sandbox;

/// <summary>One token's bucket.</summary>
internal sealed class Bucket(DateTimeOffset now)
{
    private DateTimeOffset touched = now;

    public double Level { get; private set; }

    /// <summary>Lets flow out what has had time to, then adds; less than nothing takes away.</summary>
    public void Add(double amount, ThrottleRules rules, DateTimeOffset now)
    {
        // A clock that was set back lets nothing out, and fills nothing in.
        var leaked = Math.Max(0, (now - touched).TotalSeconds) * rules.Leak;
        Level = Math.Clamp(Math.Max(0, Level - leaked) + amount, 0, rules.Capacity);
        touched = now;
    }
}
