using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>Who is signed in, for this request; the session handler fills it in. Scoped: ask for it in the constructor or the endpoint.</summary>
public sealed class SignedIn
{
    /// <summary>The person; null for a service and for nobody.</summary>
    public PersonRow? Person { get; private set; }

    /// <summary>Person or service; null when nobody is signed in.</summary>
    public Caller? Caller { get; private set; }

    /// <summary>The role of a service token; null for persons and for nobody.</summary>
    public string? ServiceRole { get; private set; }

    /// <summary>The session's token hash, to end it; null for a service and for nobody.</summary>
    public string? SessionHash { get; private set; }

    /// <summary>Signed in by cookie: then unsafe requests need an antiforgery token.</summary>
    public bool ByCookie { get; private set; }

    /// <summary>The caller of a route that only lets signed-in callers in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the route's policy is missing.</exception>
    public Caller RequiredCaller => Caller ?? throw new InvalidOperationException("The route lets callers in who are not signed in.");

    /// <summary>The person of a route that only lets persons in.</summary>
    /// <exception cref="InvalidOperationException">No person is signed in: the route's policy is missing.</exception>
    public PersonRow RequiredPerson => Person ?? throw new InvalidOperationException("The route lets callers in who are no persons.");

    /// <summary>Whether the caller has one of <see cref="Role"/>.</summary>
    public bool Has(string role) => Caller?.Has(role) ?? false;

    internal void Set(PersonRow person, string sessionHash, bool byCookie) =>
        (Person, Caller, SessionHash, ByCookie) = (person, Caller.Of(person), sessionHash, byCookie);

    internal void Set(string serviceRole) => (ServiceRole, Caller) = (serviceRole, Caller.Service(serviceRole));
}
