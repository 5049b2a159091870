namespace Campus.Clock;

/// <summary>How things stand at an instant.</summary>
/// <param name="Next">When something falls due next; null when nothing waits.</param>
/// <param name="Done">Whether everything that was due is done.</param>
public sealed record Settled(DateTimeOffset? Next, bool Done)
{
    /// <summary>Nothing waits and nothing is left.</summary>
    public static readonly Settled AtRest = new(null, Done: true);

    /// <summary>How two things stand together.</summary>
    public Settled And(Settled other) => new(Next is null || other.Next < Next ? other.Next ?? Next : Next, Done && other.Done);
}
