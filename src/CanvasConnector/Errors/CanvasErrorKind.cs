namespace CanvasConnector.Errors;

/// <summary>What a failed call means to its caller.</summary>
public enum CanvasErrorKind
{
    /// <summary>The token is wrong, expired or revoked: an operator's task.</summary>
    Unauthorized,

    /// <summary>The token's developer key lacks a scope: an operator's task.</summary>
    ScopeMissing,

    /// <summary>The token's user lacks the right. Trying again changes nothing.</summary>
    Forbidden,

    /// <summary>Canvas itself says that it does not know the thing: unknown, or deleted.</summary>
    NotFound,

    /// <summary>Canvas asks for patience; see <see cref="CanvasException.RetryAfter"/>. Nothing was carried out.</summary>
    Throttled,

    /// <summary>It clashes with what is there.</summary>
    Conflict,

    /// <summary>Canvas refuses the request as it stands.</summary>
    Invalid,

    /// <summary>The file does not fit into the course's quota.</summary>
    OverQuota,

    /// <summary>No answer, or a server's fault. Whether the call took effect is not known.</summary>
    Unavailable,

    /// <summary>The answer is not one that Canvas gives: not to be believed in any respect.</summary>
    Protocol,
}
