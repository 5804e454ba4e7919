/** The process in which snippets run: it holds the lab, so that a snippet that hangs or exits takes no prompt along. */
@NullMarked
package dojo.workbench.shell.child;

import org.jspecify.annotations.NullMarked;
