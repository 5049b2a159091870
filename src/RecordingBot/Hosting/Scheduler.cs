using Quartz;

namespace RecordingBot.Hosting;

/// <summary>Quartz is the alarm clock and nothing else: what is due stands in the registry (design.md 3).</summary>
public static class Scheduler
{
    /// <summary>Adds Quartz, in memory, on the host's clock.</summary>
    public static IHostApplicationBuilder AddScheduler(this IHostApplicationBuilder builder)
    {
        builder.Services.AddQuartz(quartz => quartz.UseDefaultTimeZone(TimeZoneInfo.Utc));
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        builder.Services.AddSingleton<Doorbell>();
        return builder;
    }

    /// <summary>Lets Quartz ring for this work.</summary>
    public static IHostApplicationBuilder AddDueWork<TWork>(this IHostApplicationBuilder builder, TimeSpan every)
        where TWork : class, IDueWork
    {
        builder.Services.AddSingleton<TWork>();
        builder.Services.AddSingleton<IDueWork>(services => services.GetRequiredService<TWork>());
        builder.Services.AddQuartz(quartz =>
            quartz.ScheduleJob<DueWorkJob<TWork>>(
                trigger => trigger.StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever()),
                job => job.WithIdentity(DueWorkJob<TWork>.Key)
            )
        );
        return builder;
    }
}
