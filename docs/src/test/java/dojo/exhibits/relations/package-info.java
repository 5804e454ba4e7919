/** Many of these belong to many of those. */
@NullMarked
package dojo.exhibits.relations;

import org.jspecify.annotations.NullMarked;
