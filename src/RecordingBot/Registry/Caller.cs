namespace RecordingBot.Registry;

/// <summary>Who asks for something: a person, or a service that signed in by a configured token.</summary>
/// <param name="PersonId">The person; null for a service.</param>
/// <param name="Actor">How audit entries name them: <c>person:ID</c>, <c>service:ROLE</c>.</param>
/// <param name="Roles">Their roles, separated by spaces.</param>
public sealed record Caller(Guid? PersonId, string Actor, string Roles)
{
    /// <summary>A person as caller.</summary>
    public static Caller Of(PersonRow person) => new(person.Id, Subject.Person(person.Id), person.Roles);

    /// <summary>A service as caller, with the one role that its token was given.</summary>
    public static Caller Service(string role) => new(null, $"service:{role}", role);

    /// <summary>Everywhere a person acts, the person is the caller.</summary>
    public static implicit operator Caller(PersonRow person) => Of(person);

    /// <summary>Whether they have one of <see cref="Role"/>.</summary>
    public bool Has(string role) => Roles.Split(' ').Contains(role, StringComparer.Ordinal);
}
