/** What is cached, for how long, and what a write makes of it; counted by the lab's meter. */
@org.jspecify.annotations.NullMarked
package dojo.session.cache;
