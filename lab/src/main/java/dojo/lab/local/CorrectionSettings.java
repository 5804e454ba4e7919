package dojo.lab.local;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Meaning;

/**
 * Which corrections of DynamoDB Local are made in front of it; all of them unless said otherwise, whatever other laws
 * hold.
 *
 * @param filteredPages {@link Correction#FILTERED_QUERY_ENDS_AT_ONE_MEGABYTE}
 * @param indexPages {@link Correction#INDEX_PAGE_IS_MEASURED_IN_ENTRIES}
 */
public record CorrectionSettings(
        @Meaning(
                "A page of a filtered Query ends at 1 MB of items read; Local reads on to the end of the item collection.")
        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A page of a filtered Query ends at 1 MB of items read, before the filter.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.FilterExpression.html")
        boolean filteredPages,

        @Meaning("A page of an index ends at 1 MB of its entries; Local counts whole items, projected or not.")
        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A page of an index ends at 1 MB of what the index holds.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "The item that crosses 1 MB belongs to the page, as DynamoDB Local has it.")
        boolean indexPages) {

    /** Every correction. */
    public static CorrectionSettings all() {
        return new CorrectionSettings(true, true);
    }

    /** DynamoDB Local as it is. */
    public static CorrectionSettings none() {
        return new CorrectionSettings(false, false);
    }

    /** The service has none of Local's faults. */
    public static CorrectionSettings real() {
        return all();
    }

    /** Nor has it on a bad day. */
    public static CorrectionSettings chaos() {
        return all();
    }
}
