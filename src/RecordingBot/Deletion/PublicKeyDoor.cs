using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Deletion;

/// <summary>Publishes the key with which anybody checks this installation's receipts and checkpoints.</summary>
public static class PublicKeyDoor
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(PublicKey.Path, (ReceiptSigner signer) => Results.Text(signer.PublicKey.Pem, "application/x-pem-file"))
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.Caller);
}
