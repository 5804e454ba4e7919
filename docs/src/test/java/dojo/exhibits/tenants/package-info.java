/** Neighbours on one table. */
@NullMarked
package dojo.exhibits.tenants;

import org.jspecify.annotations.NullMarked;
