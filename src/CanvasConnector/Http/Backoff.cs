using CanvasConnector.Errors;

namespace CanvasConnector.Http;

/// <summary>
/// How long to wait before the next try: about 1 s, doubled each time, from half as much to half as much again, so that
/// those who failed together don't come back together; Canvas's own wish first.
/// </summary>
internal sealed class Backoff(TimeSpan longest, Func<double> dice)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);

    /// <summary>The wait before try number <paramref name="attempt"/> + 1; null if the fault is to be told instead.</summary>
    public TimeSpan? WaitFor(CanvasException fault, bool repeatable, int attempt)
    {
        // A throttled call was not carried out: any method may try again. Of a failed one nobody knows.
        var mayRepeat = fault.Kind == CanvasErrorKind.Throttled || (fault.Kind == CanvasErrorKind.Unavailable && repeatable);
        if (!mayRepeat || fault.RetryAfter > longest)
            return null;
        return fault.RetryAfter ?? Usual(attempt);
    }

    /// <summary>The wait where Canvas has no wish.</summary>
    public TimeSpan Usual(int attempt)
    {
        var ceiling = First * Math.Pow(2, attempt - 1);
        return (ceiling < longest ? ceiling : longest) * ((1 + (2 * dice())) / 4);
    }
}
