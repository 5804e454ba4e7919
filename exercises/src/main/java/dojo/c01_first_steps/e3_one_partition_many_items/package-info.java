/** A chat in one item collection, found again by the order and the beginnings of its sort keys. */
@NullMarked
package dojo.c01_first_steps.e3_one_partition_many_items;

import org.jspecify.annotations.NullMarked;
