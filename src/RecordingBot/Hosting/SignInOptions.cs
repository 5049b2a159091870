namespace RecordingBot.Hosting;

/// <summary>How people sign in; section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    /// <summary>The path of the page on which people sign in; null where no way to sign in is set up.</summary>
    public string? Door { get; set; }
}
