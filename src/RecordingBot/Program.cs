using Microsoft.Extensions.Options;
using RecordingBot.Hosting;

// A verb, or the server.
if (args is [var first, ..] && !first.StartsWith('-'))
    return await Verbs.RunAsync(args);

try
{
    await using var app = RecordingBotHost.Build(args);
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException wrong)
{
    foreach (var failure in wrong.Failures)
        Console.Error.WriteLine(failure);
    return 2;
}
catch (StartException cannot)
{
    Console.Error.WriteLine(cannot.Message);
    return 2;
}
