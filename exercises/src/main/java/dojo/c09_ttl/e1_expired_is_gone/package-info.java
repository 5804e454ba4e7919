/** Sessions that end after a day, whenever DynamoDB gets round to deleting them. */
@NullMarked
package dojo.c09_ttl.e1_expired_is_gone;

import org.jspecify.annotations.NullMarked;
