/** What has happened when no answer comes. */
@NullMarked
package dojo.exhibits.timeouts;

import org.jspecify.annotations.NullMarked;
