/** Ten minutes past nine, and something throttles: which key, which limit, how much. */
@NullMarked
package dojo.c08_hot_partitions.e1_find_the_hot_key;

import org.jspecify.annotations.NullMarked;
