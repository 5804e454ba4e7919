/** One item that everybody reads and everybody counts on. */
@NullMarked
package dojo.c08_hot_partitions.e6_one_hot_item;

import org.jspecify.annotations.NullMarked;
