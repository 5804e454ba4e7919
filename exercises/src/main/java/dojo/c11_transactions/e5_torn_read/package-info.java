/** Two items that change together, read by somebody who must not see them apart. */
@NullMarked
package dojo.c11_transactions.e5_torn_read;

import org.jspecify.annotations.NullMarked;
