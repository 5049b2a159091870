using System.CommandLine;
using Microsoft.Extensions.Options;
using ZoomConnector;
using ZoomConnector.Errors;

namespace RecordingBot.Hosting;

/// <summary>What verbs that ask Zoom have in common: the server's settings, and what can go wrong.</summary>
public static class ZoomVerb
{
    /// <summary>Runs with Zoom's client; status 2 for settings that don't do, 1 where Zoom gives no usable answer.</summary>
    public static async Task<int> RunAsync(IConfiguration settings, InvocationConfiguration console, Func<IServiceProvider, Task<int>> act)
    {
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddZoom(settings.GetSection("Zoom")).BuildServiceProvider();
            return await act(services);
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var failure in wrong.Failures)
                await console.Error.WriteLineAsync(failure);
            return 2;
        }
        catch (ZoomException fault)
        {
            await console.Error.WriteLineAsync(fault.Message);
            foreach (var scope in fault.MissingScopes)
                await console.Error.WriteLineAsync($"missing scope: {scope}");
            return 1;
        }
    }
}
