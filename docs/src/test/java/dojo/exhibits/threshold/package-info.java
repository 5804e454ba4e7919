/** A table whose changes start work: a summary after every so many turns. */
@NullMarked
package dojo.exhibits.threshold;

import org.jspecify.annotations.NullMarked;
