// SQLite, PostgreSQL and processes beside each other, each in two halves: what one waits for is nobody's work.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
