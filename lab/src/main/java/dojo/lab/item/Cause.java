package dojo.lab.item;

/** On whose behalf an item changed. */
public enum Cause {
    /** A request through a door. */
    CLIENT,
    /** A request that passes no law, such as one that sets a scene. */
    BACKSTAGE,
    /** The service itself, because the item had expired. */
    TIME_TO_LIVE,
    /** The service itself, bringing a write from another Region. */
    REPLICATION
}
