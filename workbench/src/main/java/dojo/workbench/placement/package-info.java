/** Ten questions that propose where to start. */
@NullMarked
package dojo.workbench.placement;

import org.jspecify.annotations.NullMarked;
