/** What the original code does with a session: how it reads one, how long one lives, which one is the latest. */
@NullMarked
package dojo.exhibits.session;

import org.jspecify.annotations.NullMarked;
