using System.Net.Http.Headers;
using RecordingAgent.Orders.Confined;

namespace RecordingAgent.Orders;

/// <summary>Which orders the agent carries out at all (security 3.6).</summary>
internal static class OrderCheck
{
    /// <summary>Why the order is refused, whatever lies on the disk; null if nothing speaks against it.</summary>
    public static string? WhyNot(Order order, string deviceId, DateTimeOffset now)
    {
        if (order.DeviceId != deviceId)
            return ReceiptReasons.OtherDevice;
        if (order.ExpiresAt <= now)
            return ReceiptReasons.Expired;
        if (!RelativePath.IsSafe(order.RelativePath))
            return ReceiptReasons.OutsideRoot;
        return order.Kind == OrderKind.Upload && !IsGood(order.Upload) ? ReceiptReasons.BadTarget : null;
    }

    private static bool IsGood(UploadTarget? target) =>
        target is not null
        && IsGood(target.Url)
        && IsFormName(target.FileParam)
        && IsFormName(target.FileName)
        && target.Params.All(field => IsFormName(field.Key))
        && MediaTypeHeaderValue.TryParse(target.ContentType, out _);

    private static bool IsGood(Uri url) =>
        url.IsAbsoluteUri
        && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    /// <summary>Can stand between quotes in a form's header.</summary>
    private static bool IsFormName(string name) => name.Length > 0 && name.All(c => c is >= ' ' and <= '~' and not ('"' or '\\'));
}
