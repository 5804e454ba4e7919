package dojo.session.testkit;

import dojo.session.SessionMemory;
import java.util.EnumSet;
import java.util.Set;

/**
 * A session memory to be judged.
 *
 * @param clock what the memory runs on; the kit moves it
 */
public record MemorySubject(SessionMemory memory, HandMovedClock clock, Set<MemoryClaim> claims) implements Subject {
    public MemorySubject {
        claims = Set.copyOf(claims);
    }

    /** A memory that claims everything. */
    public static MemorySubject of(SessionMemory memory, HandMovedClock clock) {
        return new MemorySubject(memory, clock, EnumSet.allOf(MemoryClaim.class));
    }

    /** The same memory, claiming less. */
    public MemorySubject without(MemoryClaim claim) {
        Set<MemoryClaim> fewer = EnumSet.allOf(MemoryClaim.class);
        fewer.retainAll(claims);
        fewer.remove(claim);
        return new MemorySubject(memory, clock, fewer);
    }
}
