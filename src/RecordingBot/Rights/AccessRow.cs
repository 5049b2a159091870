using System.Linq.Expressions;

namespace RecordingBot.Rights;

/// <summary>One access to something that shows personal data, successful or not (<c>log.access</c>): who, when, to what. Never what was shown.</summary>
public sealed class AccessRow
{
    public long Id { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary><c>person:ID</c>, <c>service:ROLE</c>; null for somebody who isn't signed in.</summary>
    public string? Actor { get; init; }

    /// <summary>Method and route, without values: <c>GET /recordings/{id}</c>.</summary>
    public required string Route { get; init; }

    /// <summary>The id that the route was asked for; null where it names none. Never a notice's token.</summary>
    public string? Subject { get; init; }

    public int Status { get; init; }

    /// <summary>What somebody was not let see: without sign-in, without the right, or as if it weren't there.</summary>
    public static Expression<Func<AccessRow, bool>> IsRefused => row => row.Status == 401 || row.Status == 403 || row.Status == 404;
}
