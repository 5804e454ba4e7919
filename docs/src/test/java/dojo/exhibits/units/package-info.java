/** What a read or a write is counted as. */
@NullMarked
package dojo.exhibits.units;

import org.jspecify.annotations.NullMarked;
