using Microsoft.Extensions.Options;

namespace RecordingBot.Registry;

/// <summary>What PostgreSQL needs is set.</summary>
public sealed class RegistryOptionsCheck : IValidateOptions<RegistryOptions>
{
    public ValidateOptionsResult Validate(string? name, RegistryOptions options)
    {
        if (!RegistryDatabase.IsOfPostgres(options.ConnectionString))
            return ValidateOptionsResult.Success;
        var secret = new byte[KeyTable.SecretLength + 1];
        return Convert.TryFromBase64String(options.KeySecret ?? "", secret, out var length) && length == KeyTable.SecretLength
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "Registry:KeySecret is needed with PostgreSQL: 32 random bytes as base64, the same for every instance (openssl rand -base64 32)."
            );
    }
}
