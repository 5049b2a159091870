using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CanvasConnector;

/// <summary>Names every wrong setting at once, without showing any value.</summary>
internal sealed class CanvasOptionsCheck : IValidateOptions<CanvasOptions>
{
    public ValidateOptionsResult Validate(string? name, CanvasOptions options)
    {
        var complaints = Complaints(options).ToList();
        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }

    private static IEnumerable<string> Complaints(CanvasOptions options)
    {
        if (!IsBaseAddress(options.BaseUrl))
            yield return "Canvas:BaseUrl must be an https address without path (http on loopback only).";
        foreach (var complaint in SignInComplaints(options).Concat(SecretComplaints(options)))
            yield return complaint;
        if (!CanvasId.TryParse<object>(options.RootAccountId, out _))
            yield return "Canvas:RootAccountId must be a positive whole number.";

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
            yield return $"Canvas: {result.ErrorMessage}";
    }

    private static IEnumerable<string> SecretComplaints(CanvasOptions options) =>
        new (string Name, CanvasToken? Secret)[]
        {
            ("Canvas:Token", options.Token),
            ("Canvas:ClientSecret", options.ClientSecret),
            ("Canvas:RefreshToken", options.RefreshToken),
        }
            .Where(setting => setting.Secret == CanvasToken.Unusable)
            .Select(setting => $"{setting.Name} must be one word of printable ASCII characters.");

    private static IEnumerable<string> SignInComplaints(CanvasOptions options)
    {
        var renewal = new (string Name, bool IsSet)[]
        {
            ("Canvas:ClientId", !string.IsNullOrWhiteSpace(options.ClientId)),
            ("Canvas:ClientSecret", options.ClientSecret is not null),
            ("Canvas:RefreshToken", options.RefreshToken is not null),
        };
        var isRenewed = renewal.Any(setting => setting.IsSet);
        if (options.Token is null && !isRenewed)
            return ["Canvas:Token is missing; in its place Canvas:ClientId, Canvas:ClientSecret and Canvas:RefreshToken would do."];
        return options.Token is null
            ? renewal.Where(setting => !setting.IsSet).Select(setting => $"{setting.Name} is missing.")
            : renewal
                .Where(setting => setting.IsSet)
                .Select(setting => $"{setting.Name} cannot stand beside Canvas:Token: one or the other.");
    }

    private static bool IsBaseAddress(Uri? address) =>
        address is { IsAbsoluteUri: true, AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
