/** The list of exercises as a window of its own: search, filters, skip, and continue here. */
@NullMarked
package dojo.workbench.browse;

import org.jspecify.annotations.NullMarked;
