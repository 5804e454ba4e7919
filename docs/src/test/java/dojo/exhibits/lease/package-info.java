/** What a lease promises to a worker that was asleep, and what a fence adds. */
@NullMarked
package dojo.exhibits.lease;

import org.jspecify.annotations.NullMarked;
