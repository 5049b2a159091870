using Microsoft.Extensions.Options;

namespace RecordingBot.Hosting;

/// <summary>Checks <see cref="ApiOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class ApiOptionsCheck : IValidateOptions<ApiOptions>;
