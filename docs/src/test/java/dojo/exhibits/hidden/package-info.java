/** What DynamoDB Local does not show. */
@NullMarked
package dojo.exhibits.hidden;

import org.jspecify.annotations.NullMarked;
