/** A customer's chats, the one that was talked in last before all others. */
@NullMarked
package dojo.c07_indexes.e2_recent_sessions;

import org.jspecify.annotations.NullMarked;
