using Microsoft.Extensions.Options;

namespace RecordingBot.Mail;

/// <summary>Letters by the institution's mail server, where it is set up.</summary>
public static class MailFeature
{
    public static IHostApplicationBuilder AddMail(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<MailOptions>().BindConfiguration("Mail");
        builder.Services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>().AddSingleton<Mailer>();
        return builder;
    }
}
