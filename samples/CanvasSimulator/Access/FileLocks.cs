using CanvasSimulator.World;

namespace CanvasSimulator.Access;

/// <summary>Whether students are locked out of a file now, by its own switches or a folder's above it.</summary>
internal static class FileLocks
{
    public static bool IsLocked(this Truth truth, StoredFile file, DateTimeOffset now)
    {
        if (IsLocked(file.Locked, file.UnlockAt, file.LockAt, now))
            return true;
        for (var id = (long?)file.FolderId; truth.Folders.Find(folder => folder.Id == id) is { } folder; id = folder.ParentId)
        {
            if (IsLocked(folder.Locked, folder.UnlockAt, folder.LockAt, now))
                return true;
        }
        return false;
    }

    /// <summary>Whether this caller may have the bytes.</summary>
    public static bool MayOpen(this Truth truth, StoredFile file, User? caller, DateTimeOffset now)
    {
        var access = CourseAccess.Of(truth, truth.CourseOf(file), caller, now);
        return file.IsAvailable && (access.ReadsAll || (access.Reads && !truth.IsLocked(file, now)));
    }

    private static bool IsLocked(bool locked, DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset now) =>
        locked || now < from || now > to;
}
