/** Times to live that DynamoDB understands, and a clean-up of those it does not. */
@NullMarked
package dojo.c09_ttl.e2_seconds_not_millis;

import org.jspecify.annotations.NullMarked;
