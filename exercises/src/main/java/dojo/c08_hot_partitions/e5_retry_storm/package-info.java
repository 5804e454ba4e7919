/** Many clients, one partition that has no more, and what they do next. */
@NullMarked
package dojo.c08_hot_partitions.e5_retry_storm;

import org.jspecify.annotations.NullMarked;
