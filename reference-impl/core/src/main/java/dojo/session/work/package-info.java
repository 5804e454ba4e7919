/**
 * How requests are made: an operation is written once, as {@link dojo.session.work.Work}, and run by a client that
 * blocks or by one that does not.
 */
@org.jspecify.annotations.NullMarked
package dojo.session.work;
