namespace BotConnector.DirectLine;

/// <summary>Who is signed in, as the host knows them.</summary>
public sealed record DirectLineUser
{
    /// <summary>The most characters that <see cref="Id"/> and <see cref="Name"/> may have.</summary>
    public const int MaxLength = 100;

    /// <summary>Makes a user; a name that is too long is cut.</summary>
    /// <param name="id">The host's stable id for the person; becomes <c>from.id</c>. 1 to 100 characters.</param>
    /// <param name="name">A name to show, or null.</param>
    public DirectLineUser(string id, string? name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id.Length, MaxLength, nameof(id));
        Id = id;
        Name = name is { Length: > MaxLength } ? name[..MaxLength] : name;
    }

    public string Id { get; }

    public string? Name { get; }
}
