/** A chat that grows, in one item or in many. */
@NullMarked
package dojo.c02_items.e1_one_item_or_many;

import org.jspecify.annotations.NullMarked;
