/** What one conversation costs, as a plan for many of them multiplies it. */
@NullMarked
package dojo.exhibits.plan;

import org.jspecify.annotations.NullMarked;
