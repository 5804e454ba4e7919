package dojo.lab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the metered requests of a test may cost at most; a limit left out is not checked.
 *
 * <p>Counted from the first to the last line of the test method: what a constructor or a lifecycle method asks for is
 * not on the bill, nor is anything done through {@link LabTable}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Costs {

    /** Means that a limit is not checked. */
    double ANY = Double.POSITIVE_INFINITY;

    /** Read request units. */
    double readUnits() default ANY;

    /** Write request units, table and indexes together. */
    double writeUnits() default ANY;

    /** Requests, refused ones and retries included. */
    int requests() default Integer.MAX_VALUE;
}
