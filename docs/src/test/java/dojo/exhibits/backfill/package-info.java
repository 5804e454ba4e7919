/** An index that is added to a table in use. */
@NullMarked
package dojo.exhibits.backfill;

import org.jspecify.annotations.NullMarked;
