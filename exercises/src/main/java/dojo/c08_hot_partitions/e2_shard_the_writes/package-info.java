/** A chat room of an event: more messages than one partition takes. */
@NullMarked
package dojo.c08_hot_partitions.e2_shard_the_writes;

import org.jspecify.annotations.NullMarked;
