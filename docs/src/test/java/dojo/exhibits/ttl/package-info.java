/** What an expired item still does before it is deleted. */
@NullMarked
package dojo.exhibits.ttl;

import org.jspecify.annotations.NullMarked;
