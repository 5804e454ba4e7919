/** Tracks: which there are, and what stands at the end of one. */
@NullMarked
package dojo.workbench.track;

import org.jspecify.annotations.NullMarked;
