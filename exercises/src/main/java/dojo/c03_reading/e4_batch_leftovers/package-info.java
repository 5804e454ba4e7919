/** Many turns in few requests, of which DynamoDB may do a part. */
@NullMarked
package dojo.c03_reading.e4_batch_leftovers;

import org.jspecify.annotations.NullMarked;
