namespace RecordingPolicy.Expiry;

/// <summary>What can be due for a recording; the wire names are kebab-case (design.md 3).</summary>
public enum Step
{
    /// <summary>Nothing before a moment, which stands beside it.</summary>
    NothingUntil,

    /// <summary>Compose the notice and publish its page (<c>notice.before-start</c>).</summary>
    PublishNotice,

    /// <summary>Say in the course that the lecture is going to be recorded, or take that back.</summary>
    Announce,

    /// <summary>Give the host the right to record in Zoom.</summary>
    GiveRight,

    /// <summary>Post the notice in the meeting's chat.</summary>
    PostNotice,

    /// <summary>Tell the host how it stands with the participants' consents.</summary>
    TellHost,

    /// <summary>Take the right to record back.</summary>
    TakeRight,

    /// <summary>Ask a person for the end that nobody has set, or that is contradicted.</summary>
    AskForDate,

    /// <summary>Tell the people concerned that the recording ends.</summary>
    Warn,

    /// <summary>Publish in the course, or correct what is published (its fuse above all).</summary>
    Publish,

    /// <summary>Tell the course admins that the course has its first recording.</summary>
    TellAdmins,

    /// <summary>Make it unreachable for the course's students.</summary>
    Unpublish,

    /// <summary>Write the deletion order, under a named authority.</summary>
    OrderDeletion,

    /// <summary>Hand a case record over to the archive (<c>retention.delete-or-archive</c>).</summary>
    HandOver,

    /// <summary>Remove one copy.</summary>
    DeleteCopy,

    /// <summary>Read back that a removed copy is absent.</summary>
    Verify,
}
