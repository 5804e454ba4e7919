/** When one condition is enough, and when several items need a transaction. */
@NullMarked
package dojo.exhibits.transaction;

import org.jspecify.annotations.NullMarked;
