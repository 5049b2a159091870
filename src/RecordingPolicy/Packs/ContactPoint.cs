namespace RecordingPolicy.Packs;

/// <summary>Where somebody at the institution is reached; at least one of the three is known.</summary>
public sealed record ContactPoint
{
    /// <summary>A way, or several, to reach somebody.</summary>
    /// <exception cref="ArgumentException">All three are null.</exception>
    public ContactPoint(string? email, string? phone, Uri? page)
    {
        if (email is null && phone is null && page is null)
            throw new ArgumentException("A contact needs an e-mail address, a phone number or a page.", nameof(email));
        (Email, Phone, Page) = (email, phone, page);
    }

    public string? Email { get; }
    public string? Phone { get; }
    public Uri? Page { get; }

    /// <summary>The ways to reach it in one line.</summary>
    public override string ToString() => string.Join(", ", new[] { Email, Phone, Page?.AbsoluteUri }.OfType<string>());
}
