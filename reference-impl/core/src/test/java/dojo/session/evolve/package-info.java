/** Tables change under writers and crashes, and nothing is lost, doubled or put back. */
@org.jspecify.annotations.NullMarked
package dojo.session.evolve;
