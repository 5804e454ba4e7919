/** Questions that are asked before anything runs, one after another. */
@NullMarked
package dojo.workbench.predict;

import org.jspecify.annotations.NullMarked;
