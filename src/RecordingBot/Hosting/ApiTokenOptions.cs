using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Hosting;

/// <summary>A service token; section <c>Api:Tokens</c>.</summary>
public sealed class ApiTokenOptions
{
    /// <summary>SHA-256 of the token, hex. The token itself is only with the service.</summary>
    [Required, RegularExpression("[0-9a-fA-F]{64}", ErrorMessage = "Api:Tokens: Hash takes the SHA-256 of a token, 64 hex digits.")]
    public string Hash { get; set; } = null!;

    /// <summary>The role that it has; one of <see cref="Registry.Role"/>.</summary>
    [
        Required,
        RegularExpression(
            "course-admin|dpo|archivist|operator",
            ErrorMessage = "Api:Tokens: Role takes course-admin, dpo, archivist or operator."
        )
    ]
    public string Role { get; set; } = null!;
}
