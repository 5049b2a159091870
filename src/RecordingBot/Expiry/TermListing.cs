using CanvasConnector;
using CanvasConnector.Accounts;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Terms;

namespace RecordingBot.Expiry;

/// <summary>A term's courses as Canvas listed them, to the list's end; of those that are not ours only their number is kept.</summary>
/// <param name="Ours">Those that were looked for and are there.</param>
/// <param name="Count">All of them.</param>
public sealed record TermListing(IReadOnlyDictionary<string, Course> Ours, int Count)
{
    /// <summary>Reads the list; null if it can't be read whole, or is not a list of that term.</summary>
    /// <exception cref="CanvasException">Canvas gives no answers at present.</exception>
    public static async Task<TermListing?> ReadAsync(
        CanvasClient canvas,
        CanvasId<Account> account,
        CanvasId<Term> term,
        IReadOnlySet<string> ours,
        CancellationToken ct
    )
    {
        var (found, seen) = (new Dictionary<string, Course>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        try
        {
            await foreach (var course in canvas.Courses.ListForAccountAsync(account, term, ct))
            {
                // A page that came twice has taken another's place.
                if (course.EnrollmentTermId != term || !seen.Add(course.Id.Value))
                    return null;
                if (ours.Contains(course.Id.Value))
                    found[course.Id.Value] = course;
            }
        }
        catch (CanvasException fault) when (seen.Count > 0 || fault.Kind == CanvasErrorKind.Protocol)
        {
            return null;
        }
        return new(found, seen.Count);
    }
}
