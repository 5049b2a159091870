using System.CommandLine;
using CanvasConnector;
using CanvasConnector.Errors;
using Microsoft.Extensions.Options;

namespace RecordingBot.Hosting;

/// <summary>What verbs that ask Canvas have in common: the server's settings, and what can go wrong.</summary>
public static class CanvasVerb
{
    /// <summary>Runs with a client; status 2 for settings that don't do, 1 where Canvas gives no usable answer.</summary>
    public static async Task<int> RunAsync(IConfiguration settings, InvocationConfiguration console, Func<CanvasClient, Task<int>> act)
    {
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddCanvas(settings.GetSection("Canvas")).BuildServiceProvider();
            return await act(services.GetRequiredService<CanvasClient>());
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var failure in wrong.Failures)
                await console.Error.WriteLineAsync(failure);
            return 2;
        }
        catch (CanvasException fault)
        {
            await console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
