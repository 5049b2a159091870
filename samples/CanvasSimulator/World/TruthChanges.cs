namespace CanvasSimulator.World;

/// <summary>Changes that more than one door needs.</summary>
internal static class TruthChanges
{
    /// <summary>Keeps the courses in the order of their ids, so that a long list costs no sorting.</summary>
    public static void AddCourse(this Truth truth, Course course)
    {
        var after = truth.Courses.FindLastIndex(known => known.Id < course.Id);
        truth.Courses.Insert(after + 1, course);
    }

    public static Section AddSection(this Truth truth, Course course, string name)
    {
        var section = new Section
        {
            Id = truth.NextId(),
            CourseId = course.Id,
            Name = name,
        };
        truth.Sections.Add(section);
        return section;
    }

    public static Enrollment Enroll(this Truth truth, Section section, long userId, string type)
    {
        var enrollment = new Enrollment
        {
            Id = truth.NextId(),
            CourseId = section.CourseId,
            SectionId = section.Id,
            UserId = userId,
            Type = type,
        };
        truth.Enrollments.Add(enrollment);
        return enrollment;
    }

    /// <summary>The top of a course's files, made with the course.</summary>
    public static Folder RootFolder(this Truth truth, Course course)
    {
        var root = truth.Folders.Find(folder => folder.CourseId == course.Id && folder.ParentId is null);
        if (root is null)
        {
            root = new Folder
            {
                Id = truth.NextId(),
                CourseId = course.Id,
                Name = "course files",
                CreatedAt = course.CreatedAt,
            };
            truth.Folders.Add(root);
        }
        return root;
    }

    public static Folder AddFolder(this Truth truth, Folder parent, string name, DateTimeOffset now)
    {
        var folder = new Folder
        {
            Id = truth.NextId(),
            CourseId = parent.CourseId,
            ParentId = parent.Id,
            Name = name,
            CreatedAt = now,
        };
        truth.Folders.Add(folder);
        return folder;
    }

    public static Folder? Child(this Truth truth, Folder parent, string name) =>
        truth.Folders.Find(folder => folder.ParentId == parent.Id && string.Equals(folder.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Sends a recording to the media server as well, which keeps a copy of its own.</summary>
    public static void AddMedia(this Truth truth, StoredFile file)
    {
        if (file.ContentType.Split('/')[0] is not ("audio" or "video"))
            return;
        var media = new MediaObject
        {
            Id = "m-" + Secrets.New(),
            CourseId = file.CourseId,
            FileId = file.Id,
            Title = file.Name,
            ContentType = file.ContentType,
        };
        truth.MediaObjects.Add(media);
    }

    /// <summary>The media server's copy is left where it is.</summary>
    public static void UnlinkMedia(this Truth truth, StoredFile file)
    {
        foreach (var media in truth.MediaObjects.Where(media => media.FileId == file.Id))
            media.FileId = null;
    }

    /// <summary>Soft: the bytes stay, the module items that show the file go.</summary>
    public static void Delete(this Truth truth, StoredFile file, DateTimeOffset now)
    {
        (file.State, file.UpdatedAt) = ("deleted", now);
        truth.UnlinkMedia(file);
        truth.Items.RemoveAll(item => item.Type == "File" && item.ContentId == file.Id);
    }
}
