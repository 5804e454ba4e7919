/** A cache in front of a table: prompts under versions that never change. */
@NullMarked
package dojo.exhibits.prompts;

import org.jspecify.annotations.NullMarked;
