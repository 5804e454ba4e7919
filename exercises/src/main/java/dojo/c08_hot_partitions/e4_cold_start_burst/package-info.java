/** A table on demand in the minute in which the doors open. */
@NullMarked
package dojo.c08_hot_partitions.e4_cold_start_burst;

import org.jspecify.annotations.NullMarked;
