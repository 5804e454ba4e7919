/** Sessions whose keys are well spread, under an index whose keys are not. */
@NullMarked
package dojo.c08_hot_partitions.e3_hot_index;

import org.jspecify.annotations.NullMarked;
