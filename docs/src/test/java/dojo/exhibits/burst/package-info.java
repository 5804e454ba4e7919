/** What a new table serves at once, and what warming it changes. */
@NullMarked
package dojo.exhibits.burst;

import org.jspecify.annotations.NullMarked;
