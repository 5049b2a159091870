using System.Text.Json.Nodes;
using CanvasSimulator.Access;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Files;

/// <summary>Files as Canvas shows them to a caller.</summary>
internal static class FileJson
{
    public static JsonObject Of(Call call, StoredFile file)
    {
        var mayOpen = call.Truth.MayOpen(file, call.CallerIfAny, call.Now);
        var json = new JsonObject
        {
            ["id"] = file.Id,
            ["uuid"] = file.Uuid,
            ["folder_id"] = file.FolderId,
            ["display_name"] = file.Name,
            ["filename"] = file.Name.Replace(' ', '+'),
            ["upload_status"] = "success",
            ["content-type"] = file.ContentType,
            ["url"] = mayOpen ? DownloadDoor.Address(call, file) : "",
            ["size"] = file.Size,
            ["created_at"] = file.CreatedAt.Iso(),
            ["updated_at"] = file.UpdatedAt.Iso(),
            ["modified_at"] = file.UpdatedAt.Iso(),
            ["unlock_at"] = file.UnlockAt.Iso(),
            ["lock_at"] = file.LockAt.Iso(),
            ["locked"] = file.Locked,
            ["hidden"] = file.Hidden,
            ["hidden_for_user"] = false,
            ["locked_for_user"] = !mayOpen,
            ["thumbnail_url"] = null,
            ["mime_class"] = file.ContentType.Split('/')[0],
            ["media_entry_id"] = call.Truth.MediaObjects.Find(media => media.FileId == file.Id)?.Id,
            ["category"] = "uncategorized",
            ["visibility_level"] = "inherit",
        };
        if (!mayOpen)
            json["lock_explanation"] = "This file is currently locked.";
        if (call.Include.Contains("usage_rights"))
            json["usage_rights"] = UsageRightsDoor.ToJson(file.UsageRights);
        return json;
    }
}
