using System.Collections.Immutable;
using CanvasConnector.Users;

namespace CanvasConnector.Access;

/// <summary>Who the token is, and what it may and may not, held against what is wanted. Names of Canvas's making, no sentences.</summary>
public sealed record AccessReport
{
    /// <summary>Whose token it is; null if its key does not let it ask.</summary>
    public required CanvasUser? User { get; init; }

    /// <summary>The scopes that are wanted. All are granted where the key has none at all, for then it is not limited.</summary>
    public required ImmutableArray<AccessFinding> Scopes { get; init; }

    /// <summary>
    /// The rights in the root account that are wanted. A right that this Canvas knows under another name is told as missing,
    /// because Canvas itself says no more than that.
    /// </summary>
    public required ImmutableArray<AccessFinding> Rights { get; init; }

    /// <summary>Scopes of the key that nothing wanted needs; empty if the key's scopes are not known.</summary>
    public required ImmutableArray<string> SuperfluousScopes { get; init; }

    /// <summary>Rights that the token's user has and nothing wanted needs, of those that were asked about.</summary>
    public required ImmutableArray<string> SuperfluousRights { get; init; }

    /// <summary>
    /// Whether Canvas silently leaves out what is asked for with <c>include[]</c>, as it does for a key with scopes that
    /// does not allow it; null if there was no course to see it by.
    /// </summary>
    public required bool? LeavesOutIncludes { get; init; }

    /// <summary>Whether nothing that is wanted is known to be missing; what is unknown may still be.</summary>
    public bool IsEnough => LeavesOutIncludes != true && Scopes.Concat(Rights).All(finding => finding.Verdict != AccessVerdict.Missing);
}
