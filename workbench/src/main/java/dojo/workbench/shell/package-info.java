/** The prompt: JShell on the lab, with a bill after every snippet. */
@NullMarked
package dojo.workbench.shell;

import org.jspecify.annotations.NullMarked;
