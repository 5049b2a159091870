using Microsoft.Extensions.Options;

namespace ZoomConnector;

/// <summary>Names every setting that is missing or wrong, all at once, and never a value.</summary>
internal sealed class ZoomOptionsValidator : IValidateOptions<ZoomOptions>
{
    public ValidateOptionsResult Validate(string? name, ZoomOptions options)
    {
        List<string> complaints =
        [
            .. Address(nameof(options.ApiUrl), options.ApiUrl),
            .. Address(nameof(options.TokenUrl), options.TokenUrl),
            .. Present(nameof(options.AccountId), string.IsNullOrWhiteSpace(options.AccountId)),
            .. Present(nameof(options.ClientId), string.IsNullOrWhiteSpace(options.ClientId)),
            .. Present(nameof(options.ClientSecret), options.ClientSecret is null or { IsMissing: true }),
            .. Present(nameof(options.WebhookSecret), options.WebhookSecret is null or { IsMissing: true }),
            .. options.Chatbot.IsOn ? Chatbot(options.Chatbot) : [],
        ];
        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }

    /// <summary>A chatbot that lacks something would be silent without a word: all of it is set, or none.</summary>
    private static IEnumerable<string> Chatbot(ChatbotOptions chatbot) =>
        [
            .. Present("Chatbot:ClientId", string.IsNullOrWhiteSpace(chatbot.ClientId)),
            .. Present("Chatbot:ClientSecret", chatbot.ClientSecret is null or { IsMissing: true }),
            .. Present("Chatbot:RobotJid", string.IsNullOrWhiteSpace(chatbot.RobotJid)),
            .. Present("Chatbot:SecretToken", chatbot.SecretToken is null or { IsMissing: true }),
        ];

    private static IEnumerable<string> Present(string setting, bool missing) => missing ? [$"Zoom:{setting} is missing."] : [];

    private static IEnumerable<string> Address(string setting, Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? []
            : [$"Zoom:{setting} must be an absolute https address without user, query or fragment; only a loopback address may be http."];
}
