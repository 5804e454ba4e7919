/** Sessions that live as long as they are used, with all that was said in them. */
@NullMarked
package dojo.c09_ttl.e3_sliding_expiry;

import org.jspecify.annotations.NullMarked;
