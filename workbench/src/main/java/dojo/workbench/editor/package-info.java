/** Opens a file where it should be looked at, in an editor that does not take the terminal away. */
@NullMarked
package dojo.workbench.editor;

import org.jspecify.annotations.NullMarked;
