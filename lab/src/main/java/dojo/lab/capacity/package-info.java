/**
 * How much a table and its indexes may do in a second: physical partitions, table-level admission, and what happens
 * when they have no more to give.
 *
 * <p>{@link dojo.lab.capacity.Capacity} decides on numbers alone and knows no store;
 * {@link dojo.lab.capacity.CapacityLaw} puts it in front of one.
 */
@NullMarked
package dojo.lab.capacity;

import org.jspecify.annotations.NullMarked;
