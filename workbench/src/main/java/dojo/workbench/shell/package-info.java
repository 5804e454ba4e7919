/**
 * The prompt: JShell on the lab, with a bill after every snippet.
 *
 * <p>A slash command is one {@link dojo.workbench.shell.Slash} in a list that {@link dojo.workbench.shell.Commands#ALL}
 * names. It declares its word, what its operands could be, an example, and what it does to a
 * {@link dojo.workbench.shell.Sitting}; help and completion follow from that.
 */
@NullMarked
package dojo.workbench.shell;

import org.jspecify.annotations.NullMarked;
