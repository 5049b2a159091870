namespace CanvasConnector.Access;

/// <summary>What a program may want to do with Canvas; each asks for certain scopes of its key and rights of its user.</summary>
public enum CanvasTask
{
    /// <summary>List courses and tell when they close.</summary>
    ReadLifetimes,

    /// <summary>Upload files and show them in modules.</summary>
    PublishFiles,

    /// <summary>Take files and their module items away.</summary>
    RemoveFiles,

    /// <summary>Destroy a file's content before taking it away, which needs the right to become other users.</summary>
    ReplaceFiles,

    /// <summary>Post announcements and take them away.</summary>
    Announce,

    /// <summary>Write to users' inboxes.</summary>
    SendMessages,
}
