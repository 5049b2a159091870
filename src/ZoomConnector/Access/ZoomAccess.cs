using ZoomConnector.Errors;
using ZoomConnector.Http;

namespace ZoomConnector.Access;

/// <summary>Tells what the app may do in the account (facts/zoom.md 3.1).</summary>
public sealed class ZoomAccess
{
    private readonly ZoomSender sender;

    internal ZoomAccess(ZoomSender sender) => this.sender = sender;

    /// <summary>The scopes that the app was granted, as its token tells them: no call but that for the token is made.</summary>
    /// <returns>Zoom's names of them; null where Zoom doesn't tell.</returns>
    /// <exception cref="ZoomException"><see cref="ZoomErrorKind.Unauthorized"/>: Zoom doesn't know the app; else Zoom can't be reached.</exception>
    public async Task<IReadOnlySet<string>?> ReadScopesAsync(CancellationToken ct = default) =>
        (await sender.ReadScopeAsync(ct))?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
