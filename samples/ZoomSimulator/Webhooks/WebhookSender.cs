using System.Net.Mime;
using System.Text;
using ZoomSimulator.State;

namespace ZoomSimulator.Webhooks;

/// <summary>Posts one delivery, signed at this moment, and waits for the answer as long as Zoom would.</summary>
internal sealed class WebhookSender(ZoomServerOptions options) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>The answer's status, 0 when none came in time, and its body.</summary>
    public async Task<(int Status, string Body)> PostAsync(Uri target, Delivery delivery, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(options.Patience);
        try
        {
            using var request = RequestOf(target, delivery);
            using var answer = await http.SendAsync(request, patience.Token);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(patience.Token));
        }
        catch (HttpRequestException)
        {
            return (0, "");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (0, "");
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage RequestOf(Uri target, Delivery delivery)
    {
        var timestamp = WebhookSignature.Timestamp(options.Clock.GetUtcNow());
        var request = new HttpRequestMessage(HttpMethod.Post, target)
        {
            Content = new StringContent(delivery.Body, Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        request.Headers.Add("x-zm-request-timestamp", timestamp);
        request.Headers.Add(
            "x-zm-signature",
            WebhookSignature.Of(delivery.ToChatbot ? options.ChatbotSecret : options.WebhookSecret, timestamp, delivery.Body)
        );
        request.Headers.Add("x-zm-trackingid", "sim_" + delivery.Id);
        return request;
    }
}
