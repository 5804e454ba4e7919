/** What a minute's average leaves out. */
@NullMarked
package dojo.exhibits.alarms;

import org.jspecify.annotations.NullMarked;
