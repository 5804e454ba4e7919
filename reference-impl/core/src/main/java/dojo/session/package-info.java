/** The words of a conversation memory: sessions, turns, positions and what an operation may answer; no database in sight. */
@org.jspecify.annotations.NullMarked
package dojo.session;
