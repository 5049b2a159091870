using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace RecordingBot.Mail;

/// <summary>Checks the mail settings at start, all complaints at once.</summary>
public sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        List<string> complaints = options.Host is null ? [] : [.. Complaints(options)];
        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }

    private static IEnumerable<string> Complaints(MailOptions options)
    {
        if (options.Port is < 1 or > 65535)
            yield return "Mail:Port is a number from 1 to 65535.";
        if (!MailAddress.TryCreate(options.From, out _))
            yield return "Mail:From is the address that letters come from.";
        if (options.UserName is null != options.Password is null)
            yield return "Mail:UserName and Mail:Password go together.";
        if (options.Password is not null && !options.StartTls)
            yield return "Mail:Password is sent over an encrypted connection only: set Mail:StartTls.";
    }
}
