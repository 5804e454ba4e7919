/** Hands a conversation to a human: a signed, ordered transcript that can be checked, read and taken in elsewhere. */
@NullMarked
package dojo.session.handoff;

import org.jspecify.annotations.NullMarked;
