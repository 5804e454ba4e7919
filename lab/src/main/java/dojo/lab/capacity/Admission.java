package dojo.lab.capacity;

/**
 * Whether a request may go ahead, and otherwise which limit stands in its way.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/throttling-diagnosing-workflow.html">
 *     Diagnosing throttling</a>
 */
public enum Admission {
    ADMITTED(""),
    /** The partition that holds the key has no more. */
    KEY_RANGE("KeyRangeThroughputExceeded"),
    /** An on-demand table or index is asked for more than twice its previous peak; the service has no reason for it. */
    GROWTH("KeyRangeThroughputExceeded"),
    /** The provisioned throughput of the table or index is used up, its burst included. */
    PROVISIONED("ProvisionedThroughputExceeded"),
    /** The quota of any table or index on demand is used up. */
    ACCOUNT_LIMIT("AccountLimitExceeded"),
    /** The maximum that the owner of an on-demand table or index has set is used up. */
    ON_DEMAND_MAXIMUM("MaxOnDemandThroughputExceeded");

    private final String limit;

    Admission(String limit) {
        this.limit = limit;
    }

    /** The limit as the names of the service end, such as {@code KeyRangeThroughputExceeded}; empty if admitted. */
    public String limit() {
        return limit;
    }
}
