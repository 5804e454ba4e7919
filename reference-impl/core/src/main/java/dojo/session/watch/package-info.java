/** Tells what the session memory does: as events, as Micrometer's metrics, as lines of a log. Never what anybody said. */
@NullMarked
package dojo.session.watch;

import org.jspecify.annotations.NullMarked;
