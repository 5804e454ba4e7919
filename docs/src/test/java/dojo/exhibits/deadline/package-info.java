/** Why a caller waits although the table answers quickly. */
@NullMarked
package dojo.exhibits.deadline;

import org.jspecify.annotations.NullMarked;
