namespace Campus.Clock;

/// <summary>Somebody who lives by Campus's clock and is asked, at each stop of a move, to do what is due.</summary>
public interface IClockParty
{
    /// <summary>Sets its clock to the given one, does what is due, and tells what comes next. Never throws for a party that is gone.</summary>
    Task<Settled> SettleAsync(TimeSpan offset, CancellationToken ct);
}
