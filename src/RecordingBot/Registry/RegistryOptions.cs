using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Registry;

/// <summary>Where the registry is; section <c>Registry</c>.</summary>
public sealed class RegistryOptions
{
    /// <summary>SQLite's, of which a relative file lies in the data folder; or PostgreSQL's (<c>Host=…</c>), for several instances.</summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=registry.db";

    /// <summary>
    /// Seals the installation's keys in PostgreSQL, where all instances find them: 32 random bytes as base64 (<c>openssl rand -base64 32</c>), the same for
    /// all. Without it nobody can read them, the operator included. With SQLite the keys are files in the data folder.
    /// </summary>
    public string? KeySecret { get; set; }
}
