using System.Text.Json;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Http;
using CanvasConnector.Terms;
using CanvasConnector.Users;

namespace CanvasConnector.Access;

/// <summary>
/// Asks what a token may. Canvas shows a token its own scopes, and its user's rights in an account; where the key does
/// not even let it ask, calls that change nothing are tried, and the rest is said to be unknown.
/// </summary>
internal sealed class AccessCheck(CanvasSender sender, UserCalls users, string account)
{
    public async Task<AccessReport> RunAsync(IReadOnlyCollection<CanvasTask> tasks, CancellationToken ct)
    {
        var user = await TryAsync(() => users.SelfAsync(ct));
        var token = await TryAsync(() => OwnTokenAsync(ct));
        var rights = await TryAsync(() => RightsAsync(Distinct(tasks, AccessNeeds.Rights), ct));
        var list = await TryAsync(() => ReadAsync<List<Course>>("courses", ct));
        var terms = await TryAsync(() => ReadAsync<TermPage>("terms", ct));
        var tried = new Dictionary<string, AccessVerdict>(StringComparer.Ordinal)
        {
            [AccessNeeds.Self] = user.Scope,
            [AccessNeeds.Permissions] = rights.Scope,
            [AccessNeeds.CourseList] = list.Scope,
            [AccessNeeds.Terms] = terms.Scope,
        };
        string[] scopes = [AccessNeeds.Self, AccessNeeds.Permissions, .. Distinct(tasks, AccessNeeds.Scopes)];
        var wanted = Distinct(tasks, AccessNeeds.Rights);
        return new AccessReport
        {
            User = user.Answer,
            Scopes = [.. scopes.Select(scope => new AccessFinding(scope, ScopeVerdict(scope, token.Answer, tried)))],
            Rights = [.. wanted.Select(right => new AccessFinding(right, RightVerdict(right, rights)))],
            SuperfluousScopes = [.. (token.Answer?.Scopes ?? []).Where(scope => !IsNeeded(scope, scopes))],
            SuperfluousRights =
            [
                .. (rights.Answer ?? [])
                    .Where(right => IsTrue(right.Value) && !wanted.Exists(one => one.StartsWith(right.Key, StringComparison.Ordinal)))
                    .Select(right => right.Key),
            ],
            LeavesOutIncludes = list.Answer is [var course, ..] ? course.Term is null || course.Concluded is null : null,
        };
    }

    // Canvas looks at the scope first: whoever is told of a missing right or thing has got past it.
    private static async Task<Attempt<T>> TryAsync<T>(Func<Task<T>> call)
        where T : class
    {
        try
        {
            return new(AccessVerdict.Granted, await call());
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.ScopeMissing)
        {
            return new(AccessVerdict.Missing, null);
        }
        catch (CanvasException fault) when (fault.Kind is CanvasErrorKind.Forbidden or CanvasErrorKind.NotFound)
        {
            return new(AccessVerdict.Granted, null);
        }
    }

    private async Task<ShownToken> OwnTokenAsync(CancellationToken ct) =>
        await sender.ReadAsync<ShownToken>(await sender.OwnTokenAsync(ct), ct);

    private Task<Dictionary<string, JsonElement>> RightsAsync(List<string> wanted, CancellationToken ct)
    {
        string[] asked = [.. wanted, AccessNeeds.AllOfFiles, AccessNeeds.BecomeUser, .. AccessNeeds.Powers];
        var call = CanvasCall.Get($"accounts/{account}/permissions").Ask("permissions[]", asked.Distinct(StringComparer.Ordinal));
        return sender.ReadAsync<Dictionary<string, JsonElement>>(call, ct);
    }

    private Task<T> ReadAsync<T>(string list, CancellationToken ct) =>
        sender.ReadAsync<T>(CanvasCall.Get($"accounts/{account}/{list}").Ask("per_page", "1").Ask("include[]", "term", "concluded"), ct);

    private static AccessVerdict ScopeVerdict(string scope, ShownToken? token, Dictionary<string, AccessVerdict> tried)
    {
        if (tried.TryGetValue(scope, out var verdict))
            return verdict;
        if (token is null)
            return AccessVerdict.Unknown;
        return token.Scopes.Count == 0 || token.Scopes.Exists(own => Scope.Same(own, scope))
            ? AccessVerdict.Granted
            : AccessVerdict.Missing;
    }

    private static AccessVerdict RightVerdict(string right, Attempt<Dictionary<string, JsonElement>> rights)
    {
        if (rights.Scope == AccessVerdict.Missing)
            return AccessVerdict.Unknown;
        var isThere =
            Has(rights.Answer, right)
            || (right.StartsWith(AccessNeeds.AllOfFiles, StringComparison.Ordinal) && Has(rights.Answer, AccessNeeds.AllOfFiles));
        return isThere ? AccessVerdict.Granted : AccessVerdict.Missing;
    }

    private static bool Has(Dictionary<string, JsonElement>? rights, string right) =>
        rights is not null && rights.TryGetValue(right, out var value) && IsTrue(value);

    // Canvas's documentation shows text where its code gives a truth value.
    private static bool IsTrue(JsonElement value) =>
        value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.ValueEquals("true"));

    private static bool IsNeeded(string scope, IEnumerable<string> scopes) =>
        scopes.Append(AccessNeeds.OwnToken).Any(other => Scope.Same(scope, other));

    private static List<string> Distinct(IEnumerable<CanvasTask> tasks, Func<CanvasTask, IEnumerable<string>> needs) =>
        [.. tasks.SelectMany(needs).Distinct(StringComparer.Ordinal)];
}
