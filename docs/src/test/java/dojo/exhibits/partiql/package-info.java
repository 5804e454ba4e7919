/** Statements that look alike and cost differently. */
@NullMarked
package dojo.exhibits.partiql;

import org.jspecify.annotations.NullMarked;
