namespace CanvasConnector.Terms;

/// <summary>A page of terms, which Canvas wraps in an object.</summary>
internal sealed record TermPage
{
    public required List<Term> EnrollmentTerms { get; init; }
}
