using System.CommandLine;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Deletion;

/// <summary><c>receipt verify FILE [--key FILE]</c>: whether a deletion receipt is as it was signed. Needs the file and a public key, and nothing else.</summary>
public static class ReceiptVerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A receipt, or a list of them, as GET /api/v1/recordings/ID/receipts gives them.",
        };
        var (key, data) = (KeyOption.Create(), RegistryVerb.Data());
        var command = new Command("verify", "Tells whether a deletion receipt is as it was signed: 0 genuine, 2 not.") { file, key, data };
        command.SetAction(
            (parsed, _) =>
                RunAsync(
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(key),
                    VerbSettings.DataFolder(VerbSettings.Read(), parsed.GetValue(data)),
                    parsed.InvocationConfiguration
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string file, string? keyFile, DataFolder data, InvocationConfiguration console)
    {
        try
        {
            var key = KeyOption.Read(keyFile, data);
            foreach (var receipt in ReceiptFile.Read(file))
                await console.Output.WriteLineAsync(Verified(receipt, key));
            if (key is null)
                await console.Error.WriteLineAsync(
                    $"Checked with the key that the receipt carries. Give --key the one that the installation publishes at {PublicKey.Path}, or compare the fingerprint."
                );
            return 0;
        }
        catch (VerbException wrong)
        {
            await console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    private static string Verified(ReceiptView receipt, PublicKey? key)
    {
        if (receipt.Format is not (1 or 2))
            throw new VerbException($"Receipt {receipt.Id} has a format that this version doesn't know: {receipt.Format}.");
        var row = receipt.ToRow();
        var own = receipt.PublicKey.Length == 0 ? key : PublicKey.Read(receipt.PublicKey);
        if (own is null)
            throw new VerbException($"Receipt {receipt.Id} carries no public key of the kind that signs, and none was given with --key.");
        if (key is not null && !key.Equals(own))
            throw new VerbException(
                $"Receipt {receipt.Id} is signed with another key ({own.Fingerprint}) than the installation's ({key.Fingerprint})."
            );
        if (!own.HasSigned(ReceiptBytes.Of(row), row.Signature))
            throw new VerbException($"Receipt {receipt.Id} was changed: its signature is not that of its fields.");
        return $"""
            Receipt {receipt.Id} is genuine: copy {receipt.Copy} of recording {receipt.Recording} ({receipt.Place}, {receipt.Size} bytes, SHA-256 {(receipt.Sha256.Length > 0 ? receipt.Sha256 : "not known")})
            was removed; ordered {receipt.OrderedAt:u}, gone {receipt.GoneAt:u}; plan {receipt.Plan}; evidence {receipt.Evidence}; may remain: {(
                receipt.Residues.Count == 0 ? "nothing known" : string.Join(", ", receipt.Residues)
            )}.
            Signed with key {own.Fingerprint}.
            """;
    }
}
