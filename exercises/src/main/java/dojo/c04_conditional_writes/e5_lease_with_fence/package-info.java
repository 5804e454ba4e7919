/** A lease that runs out, and a write that knows when it has. */
@NullMarked
package dojo.c04_conditional_writes.e5_lease_with_fence;

import org.jspecify.annotations.NullMarked;
