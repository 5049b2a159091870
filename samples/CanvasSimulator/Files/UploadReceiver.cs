using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CanvasSimulator.Files;

/// <summary>Step 2 of an upload: fields first and unchanged, the file last, no token; bytes are streamed to disk.</summary>
internal sealed class UploadReceiver(CanvasWorld world)
{
    private const int LongestField = 8 * 1024;

    public async Task ReceiveAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        try
        {
            await AnswerWriter.WriteAsync(http, await AnswerAsync(http));
        }
        catch (Exception fault) when (fault is InvalidDataException or RefusalException)
        {
            var refusal = (fault as RefusalException)?.Answer ?? Answer.Message(400, "malformed upload");
            await AnswerWriter.WriteAsync(http, refusal);
        }
    }

    private async Task<Answer> AnswerAsync(HttpContext http)
    {
        if (world.Habits.StrictUploads && http.Request.Headers.Authorization.Count > 0)
            return Answer.Message(400, "a token must not be sent here");
        var id = Ids.Parse((string?)http.Request.RouteValues["id"]);
        var file = world.Read(truth => truth.Files.Find(known => known.Id == id && known.State == "pending"));
        if (file is null || UploadDoor.HasExpired(file, world.Now))
            return new Answer(400);

        var expected = UploadDoor.Params(file).ToList();
        var reader = new MultipartReader(Boundary(http.Request), http.Request.Body);
        var given = new List<(string, string)>();
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            var part = section.GetContentDispositionHeader();
            if (part?.IsFileDisposition() == true)
            {
                if (!given.SequenceEqual(expected) || part.Name != "file")
                    return Answer.Message(400, "upload parameters are missing or changed, or the file is not last");
                return await StoreAsync(http, file, section.Body, reader);
            }
            given.Add((part?.Name.Value ?? "", await FieldAsync(section.Body, http.RequestAborted)));
        }
        return Answer.Message(400, "the file is missing");
    }

    private static string Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType == "multipart/form-data"
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } boundary
            ? boundary
            : throw new InvalidDataException();

    private static async Task<string> FieldAsync(Stream body, CancellationToken ct)
    {
        using var text = new StreamReader(body, Encoding.UTF8);
        var buffer = new char[LongestField];
        var length = await text.ReadBlockAsync(buffer, ct);
        return new string(buffer, 0, length);
    }

    private async Task<Answer> StoreAsync(HttpContext http, StoredFile file, Stream body, MultipartReader reader)
    {
        var path = world.PathOf(file);
        var (size, sha256) = await CopyAsync(body, path, http.RequestAborted);
        if (await reader.ReadNextSectionAsync(http.RequestAborted) is not null)
            return Answer.Message(400, "the file is not last");
        return world.Change(truth =>
        {
            (file.Size, file.Sha256, file.State) = (size, sha256, "uploaded");
            return Done(http, truth, file);
        });
    }

    private static async Task<(long Size, string Sha256)> CopyAsync(Stream body, string path, CancellationToken ct)
    {
        await using var target = File.Create(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0; )
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return (target.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private Answer Done(HttpContext http, Truth truth, StoredFile file)
    {
        var variant = world.Habits.UploadVariant;
        if (variant == UploadVariant.Redirect)
            return At(file, new Answer(302), UploadDoor.FinishPath(file));
        if (UploadDoor.Complete(truth, file, false, world.Now) is { } refusal)
            return refusal;
        var uploader = truth.Users.Find(user => user.Id == file.UploaderId);
        if (variant == UploadVariant.Ok)
            return Answer.Ok(FileJson.Of(new Call(http, new Fields([]), world, truth, uploader), file));
        var json = new JsonObject
        {
            ["id"] = file.Id,
            ["display_name"] = file.Name,
            ["size"] = file.Size,
        };
        if (variant == UploadVariant.Service)
            json["instfs_uuid"] = file.Uuid;
        return At(file, new Answer(201, json), $"/api/v1/files/{file.Id}?include[]=enhanced_preview_url");
    }

    private static Answer At(StoredFile file, Answer answer, string path)
    {
        answer.Headers["Location"] = file.Home + path;
        return answer;
    }
}
