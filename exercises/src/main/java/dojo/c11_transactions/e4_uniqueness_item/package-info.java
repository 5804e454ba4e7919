/** A handle that belongs to one customer at a time, although nothing in a table is unique but a key. */
@NullMarked
package dojo.c11_transactions.e4_uniqueness_item;

import org.jspecify.annotations.NullMarked;
