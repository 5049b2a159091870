// These tests wait for programs of their own, most of the time: more of them than cores at once.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
