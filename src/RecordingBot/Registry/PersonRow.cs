namespace RecordingBot.Registry;

/// <summary>Somebody who uses the product; known outside only by verified links.</summary>
public sealed class PersonRow
{
    public Guid Id { get; init; }

    /// <summary>The account's name at sign-in; a role name in Campus.</summary>
    public required string Account { get; init; }

    /// <summary>How the person is shown to others (in a notice, for example); null where nobody said.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Roles, separated by spaces: teacher, participant, course-admin, dpo, archivist, operator.</summary>
    public required string Roles { get; set; }

    /// <summary>Chosen language, <c>sv</c> or <c>en</c>; null until chosen.</summary>
    public string? Language { get; set; }

    /// <summary>Since when the settings no longer know the person: they can't sign in, and what colleagues granted them has ended.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public List<PersonLinkRow> Links { get; init; } = [];

    /// <summary>Takes part and nothing else: who is so records as a student (<c>recorder.student</c>).</summary>
    public bool IsStudent => Roles.Trim() == Role.Participant;

    public bool Has(string role) => Roles.Split(' ').Contains(role, StringComparer.Ordinal);
}
