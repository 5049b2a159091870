// SQLite, PostgreSQL and processes beside each other: a killed bot's waits are nobody's work.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
