/** What a throttled request says about the limit that was in its way. */
@NullMarked
package dojo.exhibits.reasons;

import org.jspecify.annotations.NullMarked;
