/** What one partition serves, and which remedies take effect. */
@NullMarked
package dojo.exhibits.hot;

import org.jspecify.annotations.NullMarked;
