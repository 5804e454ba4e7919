/** What a batch did, and what it left. */
@NullMarked
package dojo.exhibits.batches;

import org.jspecify.annotations.NullMarked;
