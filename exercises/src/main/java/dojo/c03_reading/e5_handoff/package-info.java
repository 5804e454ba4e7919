/** What a human agent needs to go on with a chat: what was said in short, and then every word. */
@NullMarked
package dojo.c03_reading.e5_handoff;

import org.jspecify.annotations.NullMarked;
