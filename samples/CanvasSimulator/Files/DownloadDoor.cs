using System.Security.Cryptography;
using System.Text;
using CanvasSimulator.Access;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Files;

/// <summary>
/// The bytes of a file, behind an address that carries a verifier: whoever holds it comes as the user who was given
/// it, and locks are looked at anew each time.
/// </summary>
internal static class DownloadDoor
{
    public static void Map(Routes routes) => routes.Open("GET", "/files/{id}/download", Download);

    public static string Address(Call call, StoredFile file) =>
        $"{call.BaseAddress}/files/{file.Id}/download?download_frd=1&verifier={Verifier(file, call.CallerIfAny?.Id ?? 0)}";

    private static Answer Download(Call call)
    {
        var id = call.RouteId("id");
        var file = call.Truth.Files.Find(known => known.Id == id && known.IsAvailable) ?? throw RefusalException.NotFound();
        var holder = call.CallerIfAny ?? Holder(call, file);
        call.Demand(call.Truth.MayOpen(file, holder, call.Now));
        return new Answer(200) { FilePath = call.World.PathOf(file), ContentType = file.ContentType };
    }

    private static User? Holder(Call call, StoredFile file)
    {
        var verifier = call.Fields.Text("verifier") ?? "";
        return call.Truth.Users.Find(user => Verifier(file, user.Id) == verifier);
    }

    private static string Verifier(StoredFile file, long user) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(file.Uuid), Encoding.ASCII.GetBytes($"user {user}")));
}
