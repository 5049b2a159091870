using Campus;
using Microsoft.Extensions.Options;
using RecordingBot.Hosting;

CampusArguments arguments;
try
{
    arguments = CampusArguments.Parse(args);
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync($"{wrong.Message}\n{CampusArguments.Usage}");
    return 2;
}

try
{
    await using var campus = new CampusHost(arguments);
    await campus.StartAsync();
    Console.WriteLine(campus.Ready);
    await campus.WaitAsync();
    return 0;
}
catch (Exception trouble) when (trouble is IOException or StartException or OptionsValidationException)
{
    // A port that is taken, a folder that isn't ours or can't be written, a wrong setting: for the person at the keyboard.
    await Console.Error.WriteLineAsync($"Campus can't start: {trouble.Message}");
    return 1;
}
