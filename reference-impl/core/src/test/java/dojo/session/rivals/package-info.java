/** Ways to keep a conversation in DynamoDB as people ship them, and what each costs for the same conversation. */
@NullMarked
package dojo.session.rivals;

import org.jspecify.annotations.NullMarked;
