/** What a growing history costs, by the shape it is stored in. */
@NullMarked
package dojo.exhibits.growth;

import org.jspecify.annotations.NullMarked;
