// A killed bot's waits are nobody's work: more lives than there are cores go on beside each other.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
