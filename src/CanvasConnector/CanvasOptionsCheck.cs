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
        if (options.Token is null)
            yield return "Canvas:Token is missing.";
        if (!CanvasId.TryParse<object>(options.RootAccountId, out _))
            yield return "Canvas:RootAccountId must be a positive whole number.";

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
            yield return $"Canvas: {result.ErrorMessage}";
    }

    private static bool IsBaseAddress(Uri? address) =>
        address is { IsAbsoluteUri: true, AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
