/** What a retry does to a table in trouble, and to a write that had succeeded. */
@NullMarked
package dojo.exhibits.retries;

import org.jspecify.annotations.NullMarked;
