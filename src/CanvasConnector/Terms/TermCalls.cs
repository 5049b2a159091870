using CanvasConnector.Http;

namespace CanvasConnector.Terms;

/// <summary>The terms of the root account (Enrollment Terms API).</summary>
public sealed class TermCalls
{
    private readonly CanvasPager pager;
    private readonly string account;

    internal TermCalls(CanvasPager pager, string account) => (this.pager, this.account) = (pager, account);

    /// <summary>All terms with their raw dates and overrides; needs an administrator of the root account.</summary>
    public IAsyncEnumerable<Term> ListAsync(CancellationToken ct = default) =>
        pager.ReadAllAsync<TermPage, Term>(
            CanvasCall.Get($"accounts/{account}/terms").Ask("include[]", "overrides").Ask("workflow_state[]", "all"),
            page => page.EnrollmentTerms,
            ct
        );

    /// <summary>The term as <see cref="ListAsync"/> gives it; null if it is not there.</summary>
    public async Task<Term?> FindAsync(CanvasId<Term>? id, CancellationToken ct = default) =>
        id is null ? null : await ListAsync(ct).FirstOrDefaultAsync(term => term.Id == id, ct);
}
