using CanvasConnector.Http;

namespace CanvasConnector.Accounts;

/// <summary>A part of the institution in Canvas, with courses of its own and of the accounts below it (Accounts API).</summary>
public sealed record Account : IIdentified<Account>
{
    public required CanvasId<Account> Id { get; init; }

    public string? Name { get; init; }
}
