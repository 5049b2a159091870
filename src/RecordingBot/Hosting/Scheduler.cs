using Npgsql;
using Quartz;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>Quartz is the alarm clock and nothing else: what is due stands in the registry (design.md 3).</summary>
public static class Scheduler
{
    /// <summary>Instances see each other's death after twice this; a pause of the garbage collector is none.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>Adds Quartz, on the host's clock: in memory with SQLite, clustered in the registry's own database with PostgreSQL.</summary>
    public static IHostApplicationBuilder AddScheduler(this IHostApplicationBuilder builder, DataFolder data)
    {
        var database = RegistryDatabase.Of(builder.Configuration, data);
        builder.Services.AddSingleton(database);
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "recordings");
            quartz.UseDefaultTimeZone(TimeZoneInfo.Utc);
            if (database.IsPostgres)
                quartz.UsePersistentStore(store => Cluster(store, database));
        });
        // A start is no reason to begin a schedule anew: what fell due while nobody was there is rung for then.
        builder.Services.Configure<QuartzOptions>(options => options.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        builder.Services.AddSingleton<LastRuns>().AddSingleton<Doorbell>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Doorbell>());
        return builder;
    }

    /// <summary>Lets Quartz ring for this work.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="every">How often.</param>
    /// <param name="everywhere">Whether it is rung for in every instance, beside Quartz, which rings in one of them.</param>
    public static IHostApplicationBuilder AddDueWork<TWork>(this IHostApplicationBuilder builder, TimeSpan every, bool everywhere = false)
        where TWork : class, IDueWork
    {
        builder.Services.AddSingleton<TWork>();
        builder.Services.AddSingleton<IDueWork>(services => services.GetRequiredService<TWork>());
        if (everywhere)
            builder.Services.AddSingleton(new LocalTick(typeof(TWork), every));
        builder.Services.AddQuartz(quartz =>
            quartz.ScheduleJob<DueWorkJob<TWork>>(
                // A name that stays: a store that lasts would else keep one trigger of each start.
                trigger =>
                    trigger
                        .WithIdentity(typeof(TWork).Name)
                        .StartNow()
                        .WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever()),
                job => job.WithIdentity(DueWorkJob<TWork>.Key)
            )
        );
        return builder;
    }

    private static void Cluster(IPersistentStoreBuilder store, RegistryDatabase database)
    {
        store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckIn));
        store.UseSystemTextJsonSerializer();
        store.ProvisionSchema();
        store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
    }
}
