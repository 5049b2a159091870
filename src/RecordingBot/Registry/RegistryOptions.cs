using System.ComponentModel.DataAnnotations;

namespace RecordingBot.Registry;

/// <summary>Where the registry is; section <c>Registry</c>.</summary>
public sealed class RegistryOptions
{
    /// <summary>A SQLite connection string; a relative file lies in the data folder.</summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=registry.db";
}
