using Microsoft.Extensions.Options;
using RecordingBot.Hosting;

namespace RecordingBot.Recordings;

/// <summary>Checks at start that the beginning of governance can be read.</summary>
public sealed class RecordingsOptionsCheck : IValidateOptions<RecordingsOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RecordingsOptions options) =>
        string.IsNullOrEmpty(options.GovernedFrom)
        || ApiQuery.ReadDay(options.GovernedFrom) is not null
        || ApiQuery.ReadInstant(options.GovernedFrom) is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "Recordings:GovernedFrom is a day (2027-01-18) or a moment with offset (2027-01-18T08:00:00+01:00)."
            );
}
