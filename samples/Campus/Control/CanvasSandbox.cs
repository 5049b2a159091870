using System.Globalization;
using System.Text.Json;

namespace Campus.Control;

/// <summary>The sandbox doors of Campus's Canvas, for the buttons of the control's page.</summary>
public sealed class CanvasSandbox(string address) : IDisposable
{
    private const string Silent = "silent-canvas";
    private readonly HttpClient http = new() { BaseAddress = new(address), Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>The faults that are still to come; null while Canvas is silent.</summary>
    public async Task<IReadOnlyList<SandboxFault>?> FaultsAsync(CancellationToken ct)
    {
        try
        {
            return (await http.GetFromJsonAsync<SandboxFaults>("/sandbox/faults", ct))!.Items;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Lets a fault strike the next calls. Answers with a key of <see cref="Words"/>.</summary>
    public Task<string> AddAsync(string fault, int times, CancellationToken ct) =>
        SendAsync(
            HttpMethod.Post,
            $"/sandbox/faults?fault={Uri.EscapeDataString(fault)}&times={times.ToString(CultureInfo.InvariantCulture)}",
            ct
        );

    /// <summary>Ends a fault before it strikes, or all. Answers with a key of <see cref="Words"/>.</summary>
    public Task<string> ClearAsync(string? fault, CancellationToken ct) =>
        SendAsync(HttpMethod.Delete, "/sandbox/faults" + (string.IsNullOrEmpty(fault) ? "" : $"?fault={Uri.EscapeDataString(fault)}"), ct);

    public void Dispose() => http.Dispose();

    private async Task<string> SendAsync(HttpMethod method, string path, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await http.SendAsync(request, ct);
            return answer.IsSuccessStatusCode ? "done" : "refused";
        }
        catch (HttpRequestException)
        {
            return Silent;
        }
    }
}
