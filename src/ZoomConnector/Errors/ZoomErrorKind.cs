namespace ZoomConnector.Errors;

/// <summary>What a caller can do about a failed call.</summary>
public enum ZoomErrorKind
{
    /// <summary>Zoom doesn't accept our sign-in, also after a new token: an operator's task.</summary>
    Unauthorized,

    /// <summary>The app lacks a scope, named in <see cref="ZoomException.MissingScopes"/>: an operator's task.</summary>
    ScopeMissing,

    /// <summary>Signed in, but not allowed to do this.</summary>
    Forbidden,

    /// <summary>What was asked for doesn't exist, or not yet.</summary>
    NotFound,

    /// <summary>Too many calls: wait until <see cref="ZoomException.RetryAfter"/>.</summary>
    Throttled,

    /// <summary>Zoom can't use what was sent.</summary>
    Invalid,

    /// <summary>The state of things forbids it, or a change didn't take (a locked setting).</summary>
    Conflict,

    /// <summary>Zoom can't be reached, was too slow, or failed: try again later.</summary>
    Unavailable,

    /// <summary>An answer that Zoom should not give: another type, another id, a redirect, missing fields.</summary>
    Protocol,
}
