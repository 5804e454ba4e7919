/** A basket that several people change at once, without losing anything. */
@NullMarked
package dojo.c04_conditional_writes.e4_optimistic_update;

import org.jspecify.annotations.NullMarked;
