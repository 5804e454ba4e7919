package dojo.session.testkit;

/** The model keeps the contract that it is the model of. */
class InMemorySessionMemoryTest implements SessionMemoryContract {
    @Override
    public MemorySubject subject() {
        HandMovedClock clock = new HandMovedClock();
        return MemorySubject.of(InMemorySessionMemory.on(clock), clock);
    }
}
