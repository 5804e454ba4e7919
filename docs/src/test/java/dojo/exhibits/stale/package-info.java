/** What a read may miss, and what a strongly consistent read does not protect. */
@NullMarked
package dojo.exhibits.stale;

import org.jspecify.annotations.NullMarked;
