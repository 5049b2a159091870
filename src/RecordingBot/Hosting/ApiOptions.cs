using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace RecordingBot.Hosting;

/// <summary>The HTTP API; section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    /// <summary>The services that may call it.</summary>
    [ValidateEnumeratedItems]
    public IList<ApiTokenOptions> Tokens { get; } = [];

    /// <summary>Requests a minute for each caller.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 300;
}
