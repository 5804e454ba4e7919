/** Which hint comes first, by what a run did, and which were given. */
@NullMarked
package dojo.workbench.hint;

import org.jspecify.annotations.NullMarked;
