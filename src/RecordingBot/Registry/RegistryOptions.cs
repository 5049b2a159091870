using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Registry;

/// <summary>Where the registry is; section <c>Registry</c>.</summary>
public sealed class RegistryOptions
{
    /// <summary>SQLite's, of which a relative file lies in the data folder; or PostgreSQL's (<c>Host=…</c>), for several instances.</summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=registry.db";
}
