namespace CanvasSimulator.Sandbox;

/// <summary>Canvas's throttle, a bucket for each token, on the simulator's clock. Off until it is switched on.</summary>
internal sealed class Throttle(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>Null while it is off.</summary>
    public ThrottleRules? Rules { get; private set; }

    public int Served { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Begins anew, with empty buckets.</summary>
    public void Set(ThrottleRules? rules)
    {
        lock (gate)
        {
            buckets.Clear();
            (Rules, Served, Refused) = (rules, 0, 0);
        }
    }

    /// <summary>Reserves for a call and says whether it may run. Every call that was let in leaves again.</summary>
    public ThrottleVerdict Enter(string? token)
    {
        lock (gate)
        {
            if (Rules is not { } rules || token is null)
                return new ThrottleVerdict(null, 0);
            if (!buckets.TryGetValue(token, out var bucket))
                buckets[token] = bucket = new Bucket(clock.GetUtcNow());
            bucket.Add(rules.Reserve, rules, clock.GetUtcNow());
            if (bucket.Level < rules.Full)
                return new ThrottleVerdict(rules, 0);
            // Nobody pays for a refusal, but the reserve of the others still counts.
            bucket.Add(-rules.Reserve, rules, clock.GetUtcNow());
            Refused++;
            return new ThrottleVerdict(rules, rules.Refusal) { Remaining = rules.Full - bucket.Level };
        }
    }

    /// <summary>Gives the reserve back, takes the cost, and tells what remains.</summary>
    public double Leave(string token, ThrottleRules rules)
    {
        lock (gate)
        {
            Served++;
            // Rules that were set meanwhile have begun with new buckets.
            if (!ReferenceEquals(rules, Rules) || !buckets.TryGetValue(token, out var bucket))
                return rules.Full;
            bucket.Add(rules.Cost - rules.Reserve, rules, clock.GetUtcNow());
            return rules.Full - bucket.Level;
        }
    }
}
