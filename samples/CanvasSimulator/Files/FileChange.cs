using System.Security.Cryptography;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Files;

/// <summary>Changes and removals of one file.</summary>
internal static class FileChange
{
    public static Answer Update(Call call)
    {
        var file = FileDoor.Find(call);
        call.Demand(call.AccessTo(call.Truth.CourseOf(file)).Manages);
        var fields = call.Fields;
        if (fields.Flag("locked") == false)
            UsageRightsDoor.DemandBeforeUnlocking(call.Truth.CourseOf(file), file);
        Move(call, file);
        fields.WhenGiven("locked", name => file.Locked = fields.Flag(name) == true);
        fields.WhenGiven("hidden", name => file.Hidden = fields.Flag(name) == true);
        fields.WhenGiven("lock_at", name => file.LockAt = fields.Moment(name));
        fields.WhenGiven("unlock_at", name => file.UnlockAt = fields.Moment(name));
        file.UpdatedAt = call.Now;
        return Answer.Ok(FileJson.Of(call, file));
    }

    public static Answer Delete(Call call)
    {
        var file = FileDoor.Find(call);
        if (!call.AccessTo(call.Truth.CourseOf(file)).Manages)
            return Answer.Message(401, "Unauthorized to delete this file");
        if (call.Fields.Flag("replace") != true)
        {
            call.Truth.Delete(file, call.Now);
            return Answer.Ok(FileJson.Of(call, file));
        }
        call.Demand(call.Caller.MayBecomeUsers);
        Replace(call, file);
        return Answer.Ok(FileJson.Of(call, file));
    }

    private static void Move(Call call, StoredFile file)
    {
        var folder = Target(call, file);
        var name = call.Fields.Text("name") ?? file.Name;
        if (call.Truth.Named(folder, name, except: file) is { } other)
        {
            switch (call.Fields.Text("on_duplicate"))
            {
                case "rename":
                    name = call.Truth.FreeName(folder, name, except: file);
                    break;
                case "overwrite":
                    call.Truth.Delete(other, call.Now);
                    other.ReplacedBy = file.Id;
                    break;
                default:
                    throw new RefusalException(Answer.Message(409, "file already exists; use on_duplicate='overwrite' or 'rename'"));
            }
        }
        (file.FolderId, file.Name) = (folder, name);
    }

    private static long Target(Call call, StoredFile file)
    {
        if (!call.Fields.Has("parent_folder_id"))
            return file.FolderId;
        var id = call.Fields.Number("parent_folder_id");
        return call.Truth.Folders.Find(folder => folder.Id == id && folder.CourseId == file.CourseId)?.Id
            ?? throw RefusalException.NotFound();
    }

    // The object stays, with another content: Canvas's way of destroying one.
    private static void Replace(Call call, StoredFile file)
    {
        var placeholder = "%PDF-1.4\n% removed\n"u8.ToArray();
        File.WriteAllBytes(call.World.PathOf(file), placeholder);
        (file.Name, file.ContentType, file.Size) = ("file_removed.pdf", "application/pdf", placeholder.Length);
        (file.Sha256, file.UpdatedAt) = (Convert.ToHexStringLower(SHA256.HashData(placeholder)), call.Now);
        call.Truth.UnlinkMedia(file);
    }
}
