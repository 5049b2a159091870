namespace ZoomConnector.Webhooks;

/// <summary>Why a delivery is not believed. For the log only: the sender just gets 401.</summary>
public enum WebhookRefusal
{
    /// <summary>One of the two headers is missing or there more than once.</summary>
    HeadersNotSingle,

    /// <summary>The time is not whole seconds in digits.</summary>
    TimeUnreadable,

    /// <summary>More than 24 hours old.</summary>
    TooOld,

    /// <summary>More than 300 s ahead of our clock.</summary>
    FromTheFuture,

    /// <summary>Not <c>v0=</c> and 64 lower-case hexadecimal digits.</summary>
    SignatureMalformed,

    /// <summary>Signed with none of our secrets, or changed on the way.</summary>
    SignatureWrong,
}
