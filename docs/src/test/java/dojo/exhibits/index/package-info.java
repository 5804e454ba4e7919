/** What an index costs: entries written, entries read, and items it refuses. */
@NullMarked
package dojo.exhibits.index;

import org.jspecify.annotations.NullMarked;
