/** What each operation of the session memory costs. */
@NullMarked
package dojo.exhibits.memory;

import org.jspecify.annotations.NullMarked;
