/** Ten minutes for somebody who knows only SQL. */
@NullMarked
package dojo.workbench.primer;

import org.jspecify.annotations.NullMarked;
