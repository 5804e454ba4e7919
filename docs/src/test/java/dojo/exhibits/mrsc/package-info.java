/** Three Regions that agree before they answer. */
@NullMarked
package dojo.exhibits.mrsc;

import org.jspecify.annotations.NullMarked;
