/** Items of two ages in one table. */
@NullMarked
package dojo.exhibits.schema;

import org.jspecify.annotations.NullMarked;
