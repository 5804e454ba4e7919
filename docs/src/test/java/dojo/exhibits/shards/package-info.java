/** One busy key, and the same traffic over several. */
@NullMarked
package dojo.exhibits.shards;

import org.jspecify.annotations.NullMarked;
