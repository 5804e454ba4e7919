package dojo.workbench.shell.child;

import java.util.Map;

/** What each law does to those who play under it, in a sentence. */
final class LawWords {
    private static final Map<String, String> SAYS = Map.of(
            "pace", "Each request takes a few milliseconds of the lab's clock.",
            "faults", "Some requests fail, and some are carried out and lose their answer.",
            "regions", "Tables can have replicas in other Regions, which learn of changes later.",
            "capacity", "Tables and partitions have limits, and throttle what goes beyond.",
            "conflicts", "Transactions take a while, and cancel each other over an item.",
            "expiry", "Expired items are deleted hours later; until then, reads return them.",
            "streams", "The stream of a table keeps each change for a day.",
            "replication", "Eventually consistent reads and indexes lag behind writes.",
            "corrections", "What DynamoDB Local gets wrong is put right.");

    private LawWords() {}

    static String of(String law) {
        return SAYS.getOrDefault(law, "");
    }
}
