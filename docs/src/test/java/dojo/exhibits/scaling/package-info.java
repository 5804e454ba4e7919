/** What covers the minutes before more capacity is there. */
@NullMarked
package dojo.exhibits.scaling;

import org.jspecify.annotations.NullMarked;
